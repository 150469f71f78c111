import { isHan, isLetter, skipSpaces } from './characters.ts';
import { ADJECTIVE, COUNTED, FOLLOWS_LIST, SUPPORT, UNIT } from './context-flags.ts';
import { readContextTerm } from './context-terms.ts';
import { readContextWord } from './context-words.ts';
import type { Scan } from './scan.ts';

/** Whether the number that ends at `at` measures something: 5 mm, 3 weeks, 3个, 2次. Leaves `scan.end` alone. */
export function unitFollows(scan: Scan, at: number): boolean {
  return (flagsAfterNumber(scan, at) & UNIT) !== 0;
}

/** Whether a number that could as well count something ends its phrase here, or has a level's noun after it. */
export function endsPhrase(scan: Scan, at: number): boolean {
  const place = skipSpaces(scan.text, at);
  const code = scan.text.charCodeAt(place);
  if (!isLetter(code)) return code !== 40 && !(code >= 48 && code <= 57);
  const flags = flagsAfterNumber(scan, at);
  return (flags & (UNIT | COUNTED)) === 0 && (flags & (SUPPORT | ADJECTIVE | FOLLOWS_LIST)) !== 0;
}

function flagsAfterNumber(scan: Scan, at: number): number {
  const { end } = scan;
  const place = skipSpaces(scan.text, at);
  const code = scan.text.charCodeAt(place);
  let flags = 0;
  if (isLetter(code)) flags = readContextWord(scan, place);
  else if (isHan(code)) flags = readContextTerm(scan, place);
  scan.end = end;
  return flags;
}
