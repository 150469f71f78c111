/** The order of pages by the numbers in their names: `page-2` before `page-10`, `第２页` before
 *  `第10页`. */
export function comparePageNames(a: string, b: string): number {
  return byNumber.compare(a.normalize('NFKC'), b.normalize('NFKC')) || (a < b ? -1 : 1);
}

const byNumber = new Intl.Collator('en', { numeric: true });
