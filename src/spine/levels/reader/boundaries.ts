import { digitValue, isHan, isLetter, isLowerCase, isSpace } from './characters.ts';

const NO_BOUNDARY = 0;
/** A comma, a colon, a bracket: the thought may go on behind it. */
export const SOFT = 1;
/** The end of a sentence or of a line: nothing is said across it. */
export const HARD = 2;

/** Lines of wrapped prose go on in lower case; a new line of a report does not. */
export function boundaryAt(text: string, at: number): number {
  switch (text.charCodeAt(at)) {
    case 44: // ,
    case 58: // :
    case 40: // (
    case 41: // )
    case 0xff0c: // ，
    case 0xff1a: // ：
    case 0x3001: // 、
    case 0xff08: // （
    case 0xff09: // ）
      return SOFT;
    case 59: // ;
    case 33: // !
    case 63: // ?
    case 0xff1b: // ；
    case 0x3002: // 。
    case 0xff01: // ！
    case 0xff1f: // ？
    case 0xff0e: // ．
      return HARD;
    case 46: // .
      return endsSentence(text, at) ? HARD : NO_BOUNDARY;
    case 10:
      return isWrapped(text, at) ? NO_BOUNDARY : HARD;
    default:
      return NO_BOUNDARY;
  }
}

/** Not the point of 3.5, nor of "Lt.", "vs." and single letters. */
function endsSentence(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (digitValue(next) >= 0 && digitValue(text.charCodeAt(at - 1)) >= 0) return false;
  if (isLowerCase(next)) return false;
  const [b, a] = [text.charCodeAt(at - 1) | 32, text.charCodeAt(at - 2) | 32];
  const isShort = (b === 116 && (a === 108 || a === 114)) || (b === 115 && a === 118);
  return !(isShort && !isLetter(text.charCodeAt(at - 3)));
}

function isWrapped(text: string, at: number): boolean {
  const before = text.charCodeAt(text.charCodeAt(at - 1) === 13 ? at - 2 : at - 1);
  let next = at + 1;
  while (next - at < 8 && text.charCodeAt(next) === 32) next++;
  const code = text.charCodeAt(next);
  return (
    isLowerCase(code) &&
    (isLetter(before) ||
      digitValue(before) >= 0 ||
      before === 44 ||
      isSpace(before) ||
      isHan(before))
  );
}
