import { expect, test } from 'vitest';
import { judgeQuestion } from './judge-question.ts';
import { noQuestion, type RawQuestion } from './raw-question.ts';

const four = { A: 'L3/L4', B: 'L4/L5', C: 'L5/S1', D: 'S1/S2' };

function judge(question: Partial<RawQuestion>, options: Record<string, string> = four) {
  return judgeQuestion({
    ...noQuestion,
    place: 'row 1',
    stem: 'Which disc?',
    options: Object.entries(options).map(([label, text]) => ({ label, text })),
    ...question,
  });
}

const answered = (answer: string, options = four as Record<string, string>) => {
  const judged = judge({ answer }, options);
  return 'reason' in judged ? judged.reason : judged.question.answers.join('');
};

const written: Array<[answer: string, labels: string]> = [
  ['B', 'B'],
  ['b', 'B'],
  ['Ｂ', 'B'],
  ['答案：B', 'B'],
  ['正确答案是 B。', 'B'],
  ['Answer: B', 'B'],
  ['The correct answer is B.', 'B'],
  ['(B)', 'B'],
  ['【B】', 'B'],
  ['ACD', 'ACD'],
  ['DCA', 'ACD'],
  ['A,C', 'AC'],
  ['A、C', 'AC'],
  ['A|C', 'AC'],
  ['A；C', 'AC'],
  ['A and C', 'AC'],
  ['["A","C"]', 'AC'],
  ['L4/L5', 'B'],
  ['l4/l5.', 'B'],
  ['B. L4/L5', 'B'],
  ['L3/L4|L5/S1', 'AC'],
  ['', 'answer-missing'],
  ['。', 'answer-missing'],
  ['E', 'answer-not-an-option'],
  ['ABE', 'answer-not-an-option'],
  ['2', 'answer-not-an-option'],
  ['L2/L3', 'answer-not-an-option'],
  ['B. L5/S1', 'answer-not-an-option'],
  ['AA', 'answer-unclear'],
  ['?', 'answer-unclear'],
];

test.each(written)('the answer "%s" is read as %s', (answer, labels) => {
  expect(answered(answer)).toBe(labels);
});

test('an answer that can be read in two ways is not guessed', () => {
  const bloodGroups = { A: 'A', B: 'B', C: 'AB', D: 'O' };
  expect(answered('AB', bloodGroups)).toBe('answer-unclear');
  expect(answered('O', bloodGroups)).toBe('D');
  expect(answered('B', bloodGroups)).toBe('B');
  expect(answered('B', { A: 'B', B: 'A' })).toBe('answer-unclear');
});

test('figures name options where figures are their labels', () => {
  const numbered = { 1: 'one', 2: 'two', 3: 'three' };
  expect(answered('2', numbered)).toBe('2');
  expect(answered('1,3', numbered)).toBe('13');
  expect(answered('12', numbered)).toBe('answer-not-an-option');
});

test('options are found in one cell and behind the stem, their labels taken off', () => {
  const texts = (question: Partial<RawQuestion>) => {
    const judged = judge({ answer: 'A', ...question }, {});
    return 'reason' in judged
      ? judged.reason
      : [judged.question.stem, ...judged.question.options.map(o => `${o.label}=${o.text}`)];
  };
  const three = ['Which disc?', 'A=L3/L4', 'B=L4/L5', 'C=L5/S1'];
  expect(texts({ optionsTogether: 'A. L3/L4 B. L4/L5 C. L5/S1' })).toEqual(three);
  expect(texts({ optionsTogether: 'A、L3/L4\nB、L4/L5\nC、L5/S1' })).toEqual(three);
  expect(texts({ optionsTogether: 'L3/L4|L4/L5|L5/S1' })).toEqual(three);
  expect(texts({ optionsTogether: 'A L3/L4\nB L4/L5\nC L5/S1' })).toEqual(three);
  expect(texts({ optionsTogether: 'A disc\nB disc\nnone' })).toEqual([
    'Which disc?',
    'A=A disc',
    'B=B disc',
    'C=none',
  ]);
  expect(texts({ stem: 'Which disc? (A) L3/L4 (B) L4/L5 (C) L5/S1' })).toEqual(three);
  expect(texts({ stem: '哪个椎间盘？A．腰3/4 B．腰4/5；C．腰5骶1' })).toEqual([
    '哪个椎间盘？',
    'A=腰3/4',
    'B=腰4/5',
    'C=腰5骶1',
  ]);
  expect(texts({ stem: 'What did A. Smith describe?' })).toBe('options-missing');
  expect(
    texts({
      options: [
        { label: 'A', text: 'A. 1.5 mm' },
        { label: 'B', text: 'b) 2 mm' },
      ],
    }),
  ).toEqual(['Which disc?', 'A=1.5 mm', 'B=2 mm']);
});

test('what is not whole says why', () => {
  const reasonOf = (question: Partial<RawQuestion>, options?: Record<string, string>) => {
    const judged = judge({ answer: 'A', ...question }, options);
    return 'reason' in judged ? judged.reason : 'none';
  };
  expect(reasonOf({})).toBe('none');
  expect(reasonOf({ stem: '  ' })).toBe('stem-missing');
  expect(reasonOf({}, { A: 'only' })).toBe('options-missing');
  expect(reasonOf({}, { A: 'same', B: ' Same. ' })).toBe('options-alike');
  expect(reasonOf({}, { A: 'x', C: '', B: 'y' })).toBe('none');
  expect(reasonOf({ answer: 'C' }, { A: 'x', B: 'y', C: '' })).toBe('answer-not-an-option');
  expect(reasonOf({ stem: '长'.repeat(30_000) })).toBe('text-too-long');
});

test('a stem of a hundred thousand labels takes no time', () => {
  const started = performance.now();
  judge({ stem: '(A) '.repeat(100_000), answer: 'A' }, {});
  judge({ optionsTogether: 'A.'.repeat(100_000), answer: 'A|'.repeat(100_000) }, {});
  expect(performance.now() - started).toBeLessThan(1000);
});
