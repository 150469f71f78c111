/** What is rated is one model's reasoning on an item, so that models do not mix in one file. */
export function ratedItem(item: string, code: string): string {
  return `${item}@${code}`;
}
