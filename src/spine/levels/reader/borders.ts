import { digitValue, isDash, isLetter, isUpperCase } from './characters.ts';
import { regionOfLetter } from './region-signs.ts';

/** Whether a number can end here: not in a decimal, a longer word, a percentage. */
export function closesNumber(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code) || code === 32) return true;
  if (digitValue(code) >= 0) return false;
  if (isLetter(code)) return gluesLevel(text, at);
  switch (code) {
    case 46: // .
    case 0xff0e:
      return digitValue(text.charCodeAt(at + 1)) < 0;
    case 43: // +
      return digitValue(text.charCodeAt(at + 1)) >= 0 || isLetter(text.charCodeAt(at + 1));
    case 37: // %
    case 0x3c1: // ρ
    case 95: // _
    case 61: // =
    case 176: // °
    case 0x2032: // ′
    case 0x2103: // ℃
    case 0xff05: // ％
      return false;
    default:
      return true;
  }
}

/** L5S1, T12L1, S2AI: the letters after the number begin the next level or name a screw. */
function gluesLevel(text: string, at: number): boolean {
  if (text.startsWith('AI', at)) return !isLetter(text.charCodeAt(at + 2)) || text[at + 2] === 'S';
  if (!isUpperCase(text.charCodeAt(at)) || regionOfLetter(text.charCodeAt(at)) < 0) {
    return text.startsWith('s1', at) && digitValue(text.charCodeAt(at + 2)) < 0;
  }
  const next = text.charCodeAt(at + 1) === 104 ? at + 2 : at + 1;
  return digitValue(text.charCodeAt(next)) >= 0;
}

/** Whether a level may begin here: not inside a word, a number, an address or another code. */
export function opensAtom(text: string, at: number): boolean {
  if (at === 0) return true;
  const code = text.charCodeAt(at - 1);
  if (code === 32) return true;
  if (isLetter(code) || digitValue(code) >= 0) return false;
  switch (code) {
    case 95: // _
    case 61: // =
    case 64: // @
    case 35: // #
      return false;
    case 47: // /
      return !isLetter(text.charCodeAt(at - 2)) && digitValue(text.charCodeAt(at - 2)) < 0;
    default:
      return !isDash(code) || !isCodeBefore(text, at - 1);
  }
}

/** PD-L1, HLA-C4, 3-L4, a/b/L4: what stands before the mark is a code; "mid-T8" and "post-L5" are not. */
function isCodeBefore(text: string, at: number): boolean {
  if (at === 0) return false;
  const code = text.charCodeAt(at - 1);
  if (digitValue(code) >= 0 || isUpperCase(code)) return true;
  if (!isLetter(code)) return false;
  let start = at - 1;
  while (start > 0 && at - start < 8 && isLetter(text.charCodeAt(start - 1))) start--;
  return at - start < 3;
}
