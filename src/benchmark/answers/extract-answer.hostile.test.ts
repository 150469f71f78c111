import { expect, test } from 'vitest';
import { extractAnswer } from './extract-answer.ts';
import { disease } from './fixtures/option-sets.ts';

// Each asks for the patience of another rule: brackets, lists, cues, verdicts, markup, lines.
const hostile = [
  '(',
  '[A][B]',
  'A,',
  'A (',
  'A or ',
  'the best ',
  'the answer of the ',
  'answer is ',
  '答案',
  '答案是',
  '. A',
  'Q1: A\n',
  '→ A ',
  'if A, but ',
  'as it is, ',
  'so it is (option ',
  'Not that, ',
  'L4-L5 ',
  '答案是A。不，',
  '选A，',
  'A is the most ',
  'if ',
  'I would ',
  'wait, ',
  'all except A ',
  '除A外都',
  'it could be A, ',
  'I doubt that ',
  'changed it to A ',
  '~~',
  '\\boxed{',
  '<think>',
  'A\n',
  '\n',
];

function timeMs(unit: string, length: number): number {
  const response = unit.repeat(Math.ceil(length / unit.length));
  const times = [1, 2, 3].map(() => {
    // Of this thread alone, so that a busy machine does not count.
    const start = process.threadCpuUsage();
    extractAnswer({ task: 'mcq-multi', options: disease, response });
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

test.each(hostile)('time grows as the response does: %j', { timeout: 60_000 }, unit => {
  const short = timeMs(unit, 20_000);
  const long = timeMs(unit, 80_000);
  // Four times the length; a quadratic rule would take sixteen times as long.
  expect(long).toBeLessThan(8 * short + 30);
});

test('a response of a megabyte is read', { timeout: 60_000 }, () => {
  const response = `${'((A) or [B], 选C? '.repeat(60_000)}\nThe answer is D.`;
  const found = extractAnswer({ task: 'mcq', options: disease, response });
  expect(found.answer).toEqual(['D']);
});
