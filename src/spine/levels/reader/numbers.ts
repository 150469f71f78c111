import { digitValue, isHan } from './characters.ts';
import type { Scan } from './scan.ts';

export const NO_NUMBER = -1;

const TEN = '十'.charCodeAt(0);
const NUMERALS: ReadonlyMap<number, number> = new Map(
  [...'一二三四五六七八九'].map((numeral, index) => [numeral.charCodeAt(0), index + 1]),
);

/** One or two digits; a longer run, or one with a leading zero, counts something else than levels. */
export function readDigits(scan: Scan, from: number): number {
  const { text } = scan;
  const first = digitValue(text.charCodeAt(from));
  if (first < 0) return NO_NUMBER;
  const second = digitValue(text.charCodeAt(from + 1));
  if (second < 0) {
    scan.end = from + 1;
    return first;
  }
  if (first === 0 || digitValue(text.charCodeAt(from + 2)) >= 0) return NO_NUMBER;
  scan.end = from + 2;
  return first * 10 + second;
}

export function isNumeral(code: number): boolean {
  return isHan(code) && (code === TEN || NUMERALS.has(code));
}

/** 一 to 十九. Inside 腰四五 it reads 四 alone, inside 胸十一十二 it reads 十一. */
export function readNumeral(scan: Scan, from: number): number {
  const { text } = scan;
  const first = text.charCodeAt(from);
  if (first !== TEN) {
    scan.end = from + 1;
    return NUMERALS.get(first) ?? NO_NUMBER;
  }
  const unit = NUMERALS.get(text.charCodeAt(from + 1)) ?? 0;
  scan.end = from + (unit > 0 ? 2 : 1);
  return 10 + unit;
}
