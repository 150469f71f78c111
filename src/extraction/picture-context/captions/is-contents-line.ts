/** A line of a list of figures: dots or a wide gap lead to a page number. */
export function isContentsLine(text: string): boolean {
  return /(?:\.{3,}|…{2,}|·{3,}|(?:\. ){3,})\s*\(?\d{1,4}\)?$/.test(text.slice(-60));
}
