import { expect, test } from 'vitest';
import { extractAnswer } from '../answers/index.ts';
import { textBeforeCut } from './text-before-cut.ts';

const options = { A: 'disc', B: 'stenosis', C: 'cyst', D: 'tumour' };
const read = (response: string) =>
  extractAnswer({ task: 'mcq-multi', options, response: textBeforeCut(response, 'length') }).answer;

test.each([
  ['The answer is A. The', ['A']],
  ['Answer: A, C\n\nBecause the', ['A', 'C']],
  ['答案是A和C。因为', ['A', 'C']],
  ['{\n"answer": ["A", "B"],\n"reason": "The', ['A', 'B']],
])('what is stated in whole before the cut counts: %j', (response, answer) => {
  expect(read(response)).toEqual(answer);
});

test.each([
  'The answers are A, B and',
  'Answer: A',
  '{"answer": "A',
  '{"answer": ["A", "',
  '{\n"answer": [\n"A",\n"B',
])('half a statement is none: %j', response => {
  expect(read(response)).toEqual([]);
});

test('what was not cut off is left as it is', () => {
  expect(textBeforeCut('Answer: A', 'stop')).toBe('Answer: A');
});
