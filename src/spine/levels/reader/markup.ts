import { skipSpaces } from './characters.ts';

/** What typesetting leaves between a letter and its number: L_4, L_{4}, L$_{4}$, $\mathrm{L}_{4}$, L<sub>4</sub>. */
export function skipOpeningMarkup(text: string, from: number): number {
  if (text.startsWith('<sub>', from)) return from + 5;
  let at = from;
  if (text[at] === '}') at++;
  if (text[at] === '$') at = skipSpaces(text, at + 1);
  if (text[at] !== '_') return from;
  at = skipSpaces(text, at + 1);
  return text[at] === '{' ? skipSpaces(text, at + 1) : at;
}

export function skipClosingMarkup(text: string, from: number): number {
  if (text.startsWith('</sub>', from)) return from + 6;
  const at = skipSpaces(text, from);
  if (text[at] !== '}') return from;
  const dollar = skipSpaces(text, at + 1);
  return text[dollar] === '$' ? dollar + 1 : at + 1;
}
