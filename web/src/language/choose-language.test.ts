import { expect, test } from 'vitest';
import { chooseLanguage, localeOf } from './choose-language.ts';

test('what was chosen goes before what the browser wants', () => {
  expect(chooseLanguage('zh', ['en-GB'])).toBe('zh');
});

test.each([
  [['zh-TW', 'en'], 'zh'],
  [['de-CH', 'zh-Hans-CN', 'en'], 'zh'],
  [['ZH'], 'zh'],
  [['fr'], 'en'],
  [[], 'en'],
])('a browser that wants %j gets %s', (wanted, language) => {
  expect(chooseLanguage(null, wanted)).toBe(language);
});

test.each(['fr', '', 'toString'])('a remembered %j is no language', chosen => {
  expect(chooseLanguage(chosen, ['zh'])).toBe('zh');
});

test('numbers and dates are written by the reader’s own variety of the language', () => {
  expect(localeOf('en', ['de-DE', 'en-AU', 'en-US'])).toBe('en-AU');
  expect(localeOf('zh', ['en-GB'])).toBe('zh-CN');
});
