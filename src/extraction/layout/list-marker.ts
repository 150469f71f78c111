/** What a list item begins with, and the rest of its line. */
export type Marked = { marker: string; rest: string; isNumber: boolean };

const bullet = /^[•●○▪■□◦‣▸►◆◇∙·–—](?:\s+|(?=\p{L}))/u;
const dash = /^[-*]\s+/;
const number = /^((?:\d{1,3}[.)．、](?!\d))|(?:[(（]\d{1,3}[)）])|(?:[①-⑳])|(?:[a-z][.)]))\s*/;

export function listMarker(text: string): Marked | undefined {
  const plain = text.replace(/^\\(?=[*-])/, '');
  const bulleted = bullet.exec(plain) ?? dash.exec(plain);
  if (bulleted) return { marker: '-', rest: plain.slice(bulleted[0].length), isNumber: false };
  const numbered = number.exec(plain);
  if (!numbered || numbered[0].length === plain.length) return undefined;
  return { marker: numbered[1]!, rest: plain.slice(numbered[0].length), isNumber: true };
}

/** As Markdown writes it; what Markdown does not know stays in the text. */
export function markdownMarker({ marker }: Marked): { marker: string; keeps: string } {
  const digits = /^(\d+)[.)．、]$/.exec(marker);
  if (digits) return { marker: `${digits[1]}.`, keeps: '' };
  return { marker: '-', keeps: marker === '-' ? '' : `${marker} ` };
}
