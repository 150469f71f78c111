/** Whether a quote stands in a text. Models set blanks and widths anew when they quote. */
export function standsIn(text: string, quote: string): boolean {
  return even(text).includes(even(quote));
}

function even(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim();
}
