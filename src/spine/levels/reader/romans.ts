import { isLetter, skipSpaces } from './characters.ts';
import { NO_NUMBER } from './numbers.ts';
import type { Scan } from './scan.ts';

const VALUES: ReadonlyMap<string, number> = new Map(
  ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'].map((roman, index) => [
    roman,
    index + 1,
  ]),
);
const ROMAN_ONE = 0x2160;
const ROMAN_TWELVE = 0x216b;
const LONGEST = 4;

function isRomanDigit(code: number): boolean {
  return code === 73 || code === 86 || code === 88;
}

/** I to XII after a space or a hyphen (L IV, Th-XII), or the single characters Ⅰ to Ⅻ. */
export function readRoman(scan: Scan, from: number): number {
  const { text } = scan;
  const gap = text.charCodeAt(from) === 45 ? from + 1 : skipSpaces(text, from);
  const code = text.charCodeAt(gap);
  if (code >= ROMAN_ONE && code <= ROMAN_TWELVE) {
    scan.end = gap + 1;
    return code - ROMAN_ONE + 1;
  }
  let end = gap;
  while (end - gap <= LONGEST && isRomanDigit(text.charCodeAt(end))) end++;
  if (end === gap || isLetter(text.charCodeAt(end))) return NO_NUMBER;
  scan.end = end;
  return VALUES.get(text.slice(gap, end)) ?? NO_NUMBER;
}
