import { expect, test } from 'vitest';
import { extractAnswer } from './extract-answer.ts';
import { attempts, type Fixture, heldBack, seen, sizes } from './fixtures/index.ts';
import { disease, redFlags } from './fixtures/option-sets.ts';

const show = (fixture: Fixture) => {
  const found = extractAnswer(fixture);
  const expected = fixture.expected === 'unparseable' ? '-' : fixture.expected.join('');
  return { ...fixture, expected, found: found.answer.join('') || '-', rule: found.rule };
};

test.each([
  ['seen while the rules were written', seen],
  ['held back', heldBack],
  ['written after the rules, to break them', attempts],
])('at least 99 of 100 responses are read right and no letter is invented: %s', (_, fixtures) => {
  const wrong = fixtures.map(show).filter(({ expected, found }) => expected !== found);
  const lines = wrong.map(
    ({ response, expected, found, rule }) =>
      `expected ${expected}, found ${found} (${rule}): ${JSON.stringify(response)}`,
  );
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
  expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(fixtures.length * 0.01);
  expect(lines.filter(line => line.startsWith('expected -'))).toEqual([]);
});

// Clear to a reader; a rule for them would invent letters elsewhere.
const knownMisses = [
  'A,B,D are all red flags.',
  'ACDF is the best choice.',
  'A C5/C6 ACDF is what I would choose.',
  "I don't believe the correct answer is B. D explains the slip.",
  'I first read L4/L5; counting again from the sacrum it is L5/S1.',
  'L4/L5 and not L5/S1 is affected.',
  'I would lean B over A.',
  'I said C above. That was a mistake: D.',
  'I would keep A, B and D and drop C and E.',
  'Neurology is worsening, so surgery cannot wait (option C).',
  'I would get tissue first: CT-guided biopsy.',
  'B — bilateral pars fractures of the axis.',
  '(B) Bilateral pars fractures of the axis are seen.',
  'I was about to say B, but the dens is broken: A.',
  '| Q | Answer |\n|---|---|\n| 1 | B |',
  'left S1 nerve root',
  'I would exclude C and accept the rest.',
  'A、B、D、E均为典型表现，C为退变表现。',
  'The bony spur in the midline is the giveaway: D.',
  'Answer: C > D',
  'Second choice: D. First choice: C.',
  'First choice: C. Second choice: D.',
  'I answered C.',
  'Only A and D apply to the neck.',
  'L5',
  'The L4 pedicle is breached medially.',
];

test('no response is lost that was read right before', () => {
  const wrong = [...seen, ...heldBack, ...attempts]
    .map(show)
    .filter(({ expected, found }) => expected !== found);
  expect(wrong.map(({ response }) => response)).toEqual(knownMisses);
});

test('what was only thought is no answer once something was said', () => {
  const response = '<think>The answer is A.</think>\nMore images are needed.';
  const found = extractAnswer({ task: 'mcq', options: disease, response });
  expect(found.status).toBe('unparseable');
});

test('the set is large, half of it Chinese, and a third of it tempts', () => {
  const all = [...seen, ...heldBack];
  expect(sizes.english).toBeGreaterThan(250);
  expect(sizes.chinese).toBeGreaterThan(250);
  const none = all.filter(({ expected }) => expected === 'unparseable').length;
  expect(none).toBeGreaterThan(all.length / 4);
});

test('says why there is no answer', () => {
  const why = (response: string, task: 'mcq' | 'mcq-multi' = 'mcq') =>
    extractAnswer({ task, options: disease, response }).rule;
  expect(why(' \n')).toBe('empty');
  expect(why('My final option: [A, C]')).toBe('several-letters');
  expect(why('My final option: [E]')).toBe('out-of-range');
  expect(why('The answer is A or B.')).toBe('undecided');
  expect(why('I cannot determine this from the image.')).toBe('refused');
  expect(why('抱歉，无法判断。')).toBe('refused');
  expect(why('The answer is B. Wait, B is incorrect.')).toBe('taken-back');
  expect(why('None of them.', 'mcq-multi')).toBe('none-of-them');
  expect(why('<think>A or B, but')).toBe('thoughts-only');
  expect(why('More images are needed for a plan.')).toBe('none-found');
  expect(why('答案不是A就是B。')).toBe('none-found');
  expect(why('All options except D are correct.')).toBe('several-letters');
  expect(why('The answer is A, or possibly D.')).toBe('undecided');
});

test.each([
  ['I believe that it is unlikely that A is correct, so the answer is C.', ['C']],
  ["I don't think any of A, B, C, D is right.", []],
  ['A is correct only if the bladder works.', []],
  ['Answer in the requested format, e.g. My final option: [A]', []],
  ['The probability of A is 10%. The answer is C.', ['C']],
])(
  'what is doubted, conditional or an example reaches no further than its clause: %s',
  (response, answer) => {
    expect(extractAnswer({ task: 'mcq', options: disease, response }).answer).toEqual(answer);
  },
);

test('names the rule that found the answer', () => {
  const rule = (response: string) =>
    extractAnswer({ task: 'mcq', options: disease, response }).rule;
  expect(rule('The answer is C.')).toBe('announced-letter');
  expect(rule('Option C is correct.')).toBe('judged-letter');
  expect(rule('C')).toBe('bare-letter');
  expect(rule('Cauda equina syndrome')).toBe('option-text');
});

test('takes the answer of a multiple choice sorted and once', () => {
  const response = 'My final options: [D, B, D, A]';
  expect(extractAnswer({ task: 'mcq-multi', options: redFlags, response })).toEqual({
    status: 'parsed',
    answer: ['A', 'B', 'D'],
    rule: 'announced-letter',
  });
});

const millimetres = { A: '5mm', B: '15mm', C: '50mm', D: '0.5mm' };
const numerals = { A: 'I and II', B: 'I and III', C: 'II and III', D: 'All' };
const signs = { A: '肌束颤动', B: '踝阵挛', C: '踝反射减弱', D: '步态不稳' };
const named = { A: 'Laminectomy', B: 'Fusion', C: 'Bracing', D: 'Kyphoplasty' };

test.each([
  [millimetres, '我选择“0.5mm”。', ['D']],
  [millimetres, '答案是0.5mm', ['D']],
  [millimetres, '答案是1. 15mm', ['B']],
  [numerals, 'The correct answer is: I and III', ['B']],
  [named, 'With posterior wall involvement it would be B. The wall is intact here: A.', []],
  [named, 'With these findings it would be B.', ['B']],
  [named, 'My vote goes to C.', ['C']],
  [named, 'Most consistent with D (Kyphoplasty). The height is lost.', ['D']],
  [named, '答案定为C。', ['C']],
  [named, '只能是B。', ['B']],
  [signs, 'Hoffmann征检查时弹拨中指，踝阵挛则在踝部检查。', []],
  [signs, '弹拨中指有反应，患者有踝阵挛。', ['B']],
])(
  '%#: numbers, prefixes, other patients and other ways to announce',
  (options, response, answer) => {
    expect(extractAnswer({ task: 'mcq', options, response }).answer).toEqual(answer);
  },
);
