import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { languageOfText } from '../../spine/index.ts';
import { compareCaption } from './compare-caption.ts';

/** `+` an ordinary caption and a sentence that goes with it, `-` one that does not. */
const pairs = readFileSync(path.join(import.meta.dirname, 'testing', 'pairs.txt'), 'utf8')
  .trim()
  .split('\n')
  .map(line => [line[0]!, ...line.slice(2).split(' => ')] as [string, string, string]);

const verdictOf = (caption: string, text: string) => {
  const language = languageOfText(caption) ?? 'en';
  return compareCaption({ picture: 'a'.repeat(64), caption, context: [text], language }).verdict;
};

test.each(pairs)('%s %s | %s', (sign, caption, text) => {
  const verdict = verdictOf(caption, text);
  if (sign === '+') expect(verdict).not.toBe('inconsistent');
  else expect(verdict).toBe('inconsistent');
});

test('of those that go together most are told so, and few left in doubt', () => {
  const together = pairs.filter(([sign]) => sign === '+');
  const told = together.filter(([, caption, text]) => verdictOf(caption, text) === 'consistent');
  expect(pairs.length).toBeGreaterThanOrEqual(100);
  expect(told.length / together.length).toBeGreaterThan(0.75);
});
