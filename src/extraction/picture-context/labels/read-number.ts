import type { FigureNumber } from './label.ts';

const wide = /[０-９Ａ-Ｚａ-ｚ．，：；（）－～＆／｜＋]/g;

const math = /\$([^$\n]{1,80})\$/g;
const setting = /\\(?:mathrm|mathbf|mathit|mathsf|text|textbf|boldsymbol|bf|rm|it)(?![a-z])/g;
const anyWide = /[\uff08-\uff5e]/;

/** Full-width letters, digits and signs as narrow ones, numbers set as formulas as numbers; every offset
 *  stays. */
export function narrow(text: string): string {
  const plain = text.includes('$') ? text.replace(math, plainNumber) : text;
  if (!anyWide.test(plain)) return plain;
  return plain.replace(wide, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/** `$1 \\sim 3$` and `$2 \\mathrm { A }$`, as readers of scans write numbers, at their length. */
function plainNumber(whole: string, written: string): string {
  const plain = written
    .replace(setting, '')
    .replace(/\\sim(?![a-z])/g, '~')
    .replace(/\\[,;:! ]|[{}\s]/g, '');
  return /^S?\d{1,3}[A-Za-z\d.,、~–—-]*$/.test(plain) ? plain.padEnd(whole.length) : whole;
}

const arabic = /(?:(SI|S|SM|ED|[A-Z])(?:[-. ]{0,1}))?(\d{1,4})(?!\d)((?:[.·]\d{1,3}(?!\d))*)/y;
const roman = /(X{0,3}(?:IX|IV|V?I{0,3}))(?![A-Za-z\d])/y;
const han =
  /([一二三四五六七八九十]{1,3})(?![一-龥])|([一二三四五六七八九十]{1,3})(?=所示|中|为|显示|可见|和|与|及|至|到)/y;
const none = { prefix: '', supplement: null };
const supplementary = /\s?[-–—]+\s?figure supplements?\s+(\d{1,2})/iy;

/** The number that begins here. A dash and what follows it is left for the caller, who knows whether
 *  1-3 is a number of the document or a range. */
export function readNumber(text: string, at: number): FigureNumber | null {
  arabic.lastIndex = at;
  const found = arabic.exec(text);
  if (found) {
    const [whole, prefix = '', digits, rest] = found;
    const parts = [Number(digits), ...rest!.split(/[.·]/).filter(Boolean).map(Number)];
    const number = { prefix: canonicalPrefix(prefix), parts, isRoman: false };
    return withSupplement(text, { ...number, supplement: null, end: at + whole.length });
  }
  const sign = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ'.indexOf(text[at] ?? ' ') + 1;
  if (sign > 0) return { ...none, parts: [sign], isRoman: true, end: at + 1 };
  roman.lastIndex = at;
  const written = roman.exec(text)?.[1];
  if (written)
    return { ...none, parts: [romanValue(written)], isRoman: true, end: at + written.length };
  han.lastIndex = at;
  const numeral = han.exec(text);
  if (!numeral) return null;
  const value = hanValue(numeral[1] ?? numeral[2]!);
  return { ...none, parts: [value], isRoman: false, end: at + numeral[0].length };
}

function withSupplement(text: string, number: FigureNumber): FigureNumber {
  supplementary.lastIndex = number.end;
  const found = supplementary.exec(text);
  if (!found) return number;
  return { ...number, supplement: Number(found[1]), end: number.end + found[0].length };
}

function canonicalPrefix(prefix: string): string {
  if (prefix === 'SI' || prefix === 'SM') return 'S';
  return prefix === 'ED' ? 'X' : prefix;
}

function romanValue(written: string): number {
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
  let sum = 0;
  for (let at = 0; at < written.length; at++) {
    const value = values[written[at]!]!;
    sum += value < (values[written[at + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum;
}

function hanValue(written: string): number {
  const digit = (char: string | undefined) => '一二三四五六七八九'.indexOf(char ?? '') + 1;
  const ten = written.indexOf('十');
  if (ten < 0) return digit(written.at(-1));
  return (ten === 0 ? 1 : digit(written[0])) * 10 + digit(written[ten + 1]);
}
