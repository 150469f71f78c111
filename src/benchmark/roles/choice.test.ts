import { expect, test } from 'vitest';
import { type Prompt, picturesOf } from '../../contracts/models/index.ts';
import { type ChoiceInput, choice, choiceInputSchema } from './choice.ts';
import {
  firstQuestions,
  type LibraryQuestion,
  laterQuestions,
} from './fixtures/library-questions.ts';
import { referenceLibrary } from './reference-library.ts';

const english: ChoiceInput = {
  task: 'mcq',
  question: 'Which root does a subarticular herniation at L4/5 press on?',
  options: { A: 'the L3 root', B: 'the traversing L5 root', C: 'the S2 root', D: 'the cord' },
  case: 'A 50-year-old with leg pain.',
  pictures: ['a'.repeat(64), 'b'.repeat(64)],
  language: 'en',
};
const chinese: ChoiceInput = {
  task: 'mcq',
  question: '脊髓型颈椎病的常见表现不包括',
  options: { A: '双手笨拙', B: '步态不稳', C: '视力减退', D: '腱反射亢进' },
  case: null,
  pictures: [],
  language: 'zh',
};
const context = {
  readPicture: () => Promise.reject(new Error('no picture is looked at')),
  signal: new AbortController().signal,
};
const answer = (input: ChoiceInput) => choice.offline!.answer(input, context) as string;
const textOf = (prompt: Prompt) =>
  prompt.messages[0]!.parts.map(part => (part.type === 'text' ? part.text : '')).join('');

test('shows everything of the item, in its language, and demands reasons before a last line', () => {
  const prompt = choice.render(english);
  for (const said of [english.question, english.case!, ...Object.values(english.options)]) {
    expect(textOf(prompt)).toContain(said);
  }
  expect(picturesOf(prompt)).toEqual(english.pictures);
  expect(textOf(prompt)).toMatch(/reasons[\s\S]*\nMy final option: \[X\]$/);
  const han = choice.render(chinese);
  expect(textOf(han)).toMatch(/理由[\s\S]*\n最终选项：\[X\]$/);
  expect(`${han.system}${textOf(han)}`).not.toMatch(/[a-z]{3}/);
  expect(textOf(han)).not.toContain('病例：');
});

test('asks for several letters where several may be right', () => {
  expect(textOf(choice.render({ ...english, task: 'mcq-multi' }))).toContain(
    'My final options: [X, Y]',
  );
  expect(textOf(choice.render({ ...chinese, task: 'mcq-multi' }))).toContain('最终选项：[X, Y]');
});

test('offline it answers in the very form, and names the passages that it leaned on', () => {
  const said = answer(english);
  expect(said).toMatch(/\nMy final option: \[B\]$/);
  expect(said).toContain('not a model');
  const [, ids] = /^Passages: (.+)\.$/m.exec(said)!;
  const known = referenceLibrary().search(english.question, 500);
  for (const id of ids!.split(', ')) expect(known.map(hit => hit.passage.id)).toContain(id);
  expect(answer(chinese)).toMatch(/不是模型[\s\S]*\n最终选项：\[C\]$/);
});

test('offline the same question has the same answer, and several letters where several hold', () => {
  expect(answer(english)).toBe(answer(english));
  const flags: ChoiceInput = {
    ...english,
    task: 'mcq-multi',
    case: null,
    question: 'Which are red flags of the cauda equina syndrome?',
    options: { A: 'saddle numbness', B: 'disturbance of bladder function', C: 'grey hair' },
  };
  expect(answer(flags)).toMatch(/My final options?: \[[AB](?:, B)?\]$/);
});

test.each([
  ['first', firstQuestions],
  ['later', laterQuestions],
])('offline it knows most of what the library says: %s', (_, questions) => {
  const isRight = ([question, options, right]: LibraryQuestion) => {
    const lettered = Object.fromEntries(options.map((option, at) => ['ABCD'[at]!, option]));
    const language = /\p{Script=Han}/u.test(question) ? 'zh' : 'en';
    const bare = { ...chinese, question, options: lettered, language } as const;
    return answer(bare).endsWith(`[${right}]`);
  };
  expect(questions.filter(isRight).length / questions.length).toBeGreaterThanOrEqual(0.75);
});

test('refuses what is no question', () => {
  for (const nonsense of [
    { ...english, options: { A: 'alone' } },
    { ...english, options: { A: 'x', b: 'y' } },
    { ...english, question: ' ' },
    { ...english, pictures: ['figure.png'] },
    { ...english, language: 'de' },
    { ...english, task: 'report' },
    { ...english, answer: ['B'] },
  ]) {
    expect(choiceInputSchema.safeParse(nonsense).success).toBe(false);
  }
  expect(choiceInputSchema.parse(english)).toEqual(english);
});
