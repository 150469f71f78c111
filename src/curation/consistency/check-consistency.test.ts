import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { productFolder } from '../../config/product-folder.ts';
import { type Prompt, picturesOf } from '../../contracts/models/index.ts';
import { checkConsistency } from './check-consistency.ts';
import {
  type ConsistencyInput,
  consistencyInputSchema,
  consistencyReasons,
  consistencySchema,
  isQuoted,
} from './consistency.ts';

const english: ConsistencyInput = {
  picture: 'e'.repeat(64),
  caption: 'Figure 4. Axial T2 MRI at L4/5 with a left subarticular disc extrusion.',
  context: [
    'Herniations are named by zone. The axial MRI (Figure 4) shows a disc extrusion at L4/5 in the left subarticular zone. Figure 5 shows the canal at L2/3 on CT.',
  ],
  language: 'en',
};
const chinese: ConsistencyInput = {
  picture: 'f'.repeat(64),
  caption: '图2 颈椎MRI矢状位，C5/6椎间盘突出压迫脊髓。',
  context: ['如图2所示，MRI见C5/6椎间盘向后突出，脊髓受压并有信号改变。'],
  language: 'zh',
};
const context = {
  readPicture: () => Promise.reject(new Error('no picture is looked at')),
  signal: new AbortController().signal,
};
const check = (input: ConsistencyInput) => {
  const answer = consistencySchema.parse(checkConsistency.offline!.answer(input, context));
  expect(isQuoted(input, answer)).toBe(true);
  return answer;
};
const textOf = (prompt: Prompt) =>
  prompt.messages[0]!.parts.map(part => (part.type === 'text' ? part.text : '')).join('');

test('shows the picture, the whole text behind its fence, and every reason', () => {
  for (const input of [english, chinese]) {
    const prompt = checkConsistency.render(input);
    expect(picturesOf(prompt)).toEqual([input.picture]);
    for (const said of [input.caption!, ...input.context]) expect(textOf(prompt)).toContain(said);
    for (const reason of consistencyReasons) expect(textOf(prompt)).toMatch(`- ${reason}: `);
    expect(textOf(prompt).split('='.repeat(20))).toHaveLength(3);
  }
});

test('offline a text that speaks of the same is consistent, and quoted where it does', () => {
  expect(check(english)).toEqual({
    verdict: 'consistent',
    evidence:
      'The axial MRI (Figure 4) shows a disc extrusion at L4/5 in the left subarticular zone.',
    reason: null,
  });
  expect(check(chinese)).toMatchObject({ verdict: 'consistent', reason: null });
  expect(check(english)).toEqual(check(english));
});

test.each([
  ['other-modality', 'The CT in Figure 4 shows a disc extrusion at L4/5 on the left.'],
  ['other-level', 'The MRI (Figure 4) shows a disc extrusion at L2/3 on the left.'],
  ['other-region', 'The MRI (Figure 4) shows a disc extrusion at C5/6 on the left.'],
  ['other-side', 'The MRI (Figure 4) shows a disc extrusion at L4/5 on the right.'],
  ['other-figure', 'As Figure 7 shows, the disc extrusion at L4/5 lies on the left.'],
  ['other-subject', 'Opioids have no place in the treatment of chronic pain.'],
])('offline a contradiction is found: %s', (reason, paragraph) => {
  expect(check({ ...english, context: [paragraph] })).toMatchObject({
    verdict: 'inconsistent',
    reason,
  });
});

test('offline where there is too little it is unsure', () => {
  for (const thin of [
    { ...english, caption: null },
    { ...english, context: [] },
    { ...english, caption: 'Figure 4.' },
    { ...chinese, caption: '图2' },
  ]) {
    expect(check(thin)).toMatchObject({ verdict: 'unsure', reason: 'text-too-thin' });
  }
});

test('offline the captions of the sample fit the paragraphs that cite them, not each other’s', () => {
  const chapter = readFileSync(path.join(productFolder, 'sample/lumbar-guide/chapter.md'), 'utf8');
  const paragraphs = chapter.split(/\n\n+/);
  const captions = paragraphs.filter(paragraph => /^Figure \d\. /.test(paragraph));
  expect(captions).toHaveLength(8);
  const verdictOf = (caption: string, figure: number) => {
    const cites = new RegExp(`\\(?(?:Figure|Figs?\\.?) ${figure}\\b`);
    const citing = paragraphs.filter(
      each => cites.test(each) && !/^(?:Figure \d|!\[|-|\|)/.test(each),
    );
    return check({ ...english, caption, context: citing }).verdict;
  };
  const own = captions.map((caption, at) => verdictOf(caption, at + 1));
  const others = captions.map((caption, at) => verdictOf(caption, ((at + 4) % 8) + 1));
  const fitting = (verdicts: readonly string[]) => verdicts.filter(v => v === 'consistent').length;
  expect(fitting(own)).toBeGreaterThanOrEqual(6);
  expect(fitting(others)).toBeLessThanOrEqual(1);
});

test('evidence that stands nowhere in the text is found', () => {
  const answer = {
    verdict: 'consistent',
    evidence: 'a disc  extrusion at L4／5',
    reason: null,
  } as const;
  expect(isQuoted(english, answer)).toBe(true);
  expect(isQuoted(english, { ...answer, evidence: 'a tumour at L4/5' })).toBe(false);
});

test('refuses what is no verdict', () => {
  for (const nonsense of [
    { verdict: 'consistent', evidence: 'x', reason: 'other-side' },
    { verdict: 'inconsistent', evidence: 'x', reason: null },
    { verdict: 'inconsistent', evidence: ' ', reason: 'other-side' },
    { verdict: 'inconsistent', evidence: 'x', reason: 'because' },
    { verdict: 'yes', evidence: 'x', reason: null },
  ]) {
    expect(consistencySchema.safeParse(nonsense).success).toBe(false);
  }
  const textless = { ...english, caption: null, context: [] };
  expect(consistencyInputSchema.safeParse(textless).success).toBe(false);
});
