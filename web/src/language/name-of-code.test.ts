import { expect, test } from 'vitest';
import { nameOfCode } from './name-of-code.ts';

const names = { 'gave-up': 'Given up after retries' };

test('a known code has its name', () => {
  expect(nameOfCode(names, 'gave-up')).toBe('Given up after retries');
});

test.each([
  ['page-unreadable', 'Page unreadable'],
  ['ocr', 'Ocr'],
  ['weird_reason code', 'Weird reason code'],
  ['--', ''],
  ['constructor', 'Constructor'],
  ['__proto__', 'Proto'],
])('an unknown one, %s, is read as words', (code, words) => {
  expect(nameOfCode(names, code)).toBe(words);
});
