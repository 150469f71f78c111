import { expect, test } from 'vitest';
import {
  answerExtraction,
  type ExtractionInput,
  extractionInputSchema,
  extractionSchema,
  isGrounded,
} from './extract-answer.ts';

const english: ExtractionInput = {
  task: 'mcq',
  options: { A: 'L3/4', B: 'L4/5', C: 'L5/S1' },
  response: 'A is too high, and C is normal.\nMy final option: [B]',
  language: 'en',
};
const context = {
  readPicture: () => Promise.reject(new Error('there is no picture')),
  signal: new AbortController().signal,
};
const answer = (input: ExtractionInput) =>
  extractionSchema.parse(answerExtraction.offline!.answer(input, context));

test('shows options and response, and forbids guessing', () => {
  for (const [language, ban] of [
    ['en', /Never guess/],
    ['zh', /绝不猜测/],
  ] as const) {
    const [part] = answerExtraction.render({ ...english, language }).messages[0]!.parts;
    const prompt = part!.type === 'text' ? part!.text : '';
    expect(prompt).toMatch(ban);
    expect(prompt).toContain('B. L4/5');
    expect(prompt).toContain(`\n${english.response}\n====`);
    expect(prompt).toContain('{"answer": [], "quote": null}');
  }
});

test('offline it reads what was decided, and quotes the line', () => {
  expect(answer(english)).toEqual({ answer: ['B'], quote: 'My final option: [B]' });
  const several: ExtractionInput = {
    ...english,
    task: 'mcq-multi',
    response: '分析如下。\n最终选项：[A, C]',
    language: 'zh',
  };
  expect(answer(several)).toEqual({ answer: ['A', 'C'], quote: '最终选项：[A, C]' });
  const early = {
    ...english,
    response: '故选B。\nThat was a fair b to place.',
    language: 'zh',
  } as const;
  expect(answer(early)).toEqual({ answer: ['B'], quote: '故选B。' });
  for (const input of [english, several, early])
    expect(isGrounded(input, answer(input))).toBe(true);
});

test('offline nothing decided is no answer', () => {
  for (const response of ['', 'I cannot say.', 'It may be A or C.', 'My final option: [D]']) {
    expect(answer({ ...english, response })).toEqual({ answer: [], quote: null });
  }
});

test('an extraction that the response does not bear out is found', () => {
  const right = { answer: ['B'], quote: 'My  final option: ［B］' };
  expect(isGrounded(english, right)).toBe(true);
  expect(isGrounded(english, { answer: [], quote: null })).toBe(true);
  for (const wrong of [
    { ...right, answer: ['D'] },
    { ...right, answer: ['A', 'B'] },
    { ...right, quote: null },
    { ...right, quote: 'The answer is B' },
  ]) {
    expect(isGrounded(english, wrong)).toBe(false);
  }
});

test('refuses what is no extraction', () => {
  for (const nonsense of [
    { answer: 'B', quote: null },
    { answer: ['b'], quote: 'b' },
    { answer: ['B', 'B'], quote: 'B' },
    { answer: [], quote: 'It is open' },
    { answer: ['B'] },
  ]) {
    expect(extractionSchema.safeParse(nonsense).success).toBe(false);
  }
  expect(extractionInputSchema.safeParse({ ...english, task: 'report' }).success).toBe(false);
});
