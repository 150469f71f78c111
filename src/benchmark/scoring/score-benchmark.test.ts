import { describe, expect, it } from 'vitest';
import { detailedScoresSchema, scoresSchema } from '../../contracts/benchmark/index.ts';
import { answered, choiceItem, judged, reportItem, written } from './made-up-benchmark.ts';
import type { Result, ScoredItem } from './result.ts';
import { scoreBenchmark } from './score-benchmark.ts';

const quick = { resamples: 199 };
const score = (items: ScoredItem[], results: Result[], repeats?: number) =>
  scoreBenchmark({ benchmark: 'b', model: 'm', items, results, repeats }, quick);
const picture = { images: ['a.png'] };

const items = [
  choiceItem('t1'),
  choiceItem('t2'),
  choiceItem('i1', picture),
  choiceItem('i2', { ...picture, task: 'mcq-multi', answer: ['A', 'B'] }),
  reportItem('r1', picture),
  reportItem('r2'),
];
const results = [
  answered('t1', 'A'),
  answered('t2', 'B'),
  answered('i1', 'A'),
  answered('i2', 'B', 'A'),
  written('r1', judged(3)),
  written('r2', judged(4)),
];
const codesOf = ({ notes }: ReturnType<typeof score>) =>
  notes.filter(({ code }) => code !== 'few-clusters').map(({ code, part }) => [code, part]);

describe('scoreBenchmark', () => {
  it('takes an item with a picture for a picture question and weights the parts by items', () => {
    const scores = score(items, results);
    expect(scores.parts.text).toMatchObject({ n: 2, right: 1, accuracy: 50 });
    expect(scores.parts.image).toMatchObject({ n: 2, right: 2, accuracy: 100 });
    expect(scores.parts.report).toMatchObject({ n: 2, scored: 2, score: 70 });
    expect(scores.qaAverage).toBe(75);
    expect(scores.total).toBeCloseTo((2 * 50 + 2 * 100 + 2 * 70) / 6, 10);
    expect(scores).toMatchObject({ coverage: 1, complete: true });
    expect(codesOf(scores)).toEqual([]);
  });

  it('weights sections alike, whatever their number of dimensions', () => {
    const uneven = judged(1, { imaging_report: 5, patient_guidance: 4 });
    const { report } = score(items.slice(4), [written('r1', uneven), written('r2', uneven)]).parts;
    expect(report?.sections).toMatchObject({
      structured_imaging_report: 5,
      treatment_recommendations: 2,
      reasoning_disclaimer: 1,
    });
    expect(report?.score).toBeCloseTo((20 * (5 + 1 + 2 + 1 + 1)) / 5, 10);
    expect(report?.dimensions).toEqual(uneven);
  });

  it('writes null for a part without items, says so, and totals the others', () => {
    const scores = score(items.slice(0, 2), results.slice(0, 2));
    expect(scores.parts).toMatchObject({ image: null, report: null });
    expect(scores).toMatchObject({ total: 50, qaAverage: 50 });
    expect(codesOf(scores)).toEqual([
      ['part-empty', 'image'],
      ['part-empty', 'report'],
    ]);
  });

  it('counts what never came as a hole, not as wrong, and says so', () => {
    const scores = score(items, [
      answered('t1', 'A'),
      { id: 't2', status: 'missing' },
      ...results.slice(2, 5),
      { id: 'r2', status: 'written', report: {}, judgements: [] },
    ]);
    expect(scores.parts.text).toMatchObject({ n: 2, answered: 1, accuracy: 100, coverage: 0.5 });
    expect(scores.parts.report).toMatchObject({ n: 2, scored: 1, score: 60, coverage: 0.5 });
    expect(scores.total).toBeCloseTo((2 * 100 + 2 * 100 + 2 * 60) / 6, 10);
    expect(scores).toMatchObject({ coverage: 4 / 6, complete: false });
    expect(codesOf(scores)).toEqual([
      ['unanswered', 'text'],
      ['unscored', 'report'],
    ]);
    expect(scores.notes.find(({ code }) => code === 'unanswered')).toMatchObject({
      count: 1,
      of: 2,
      en: '1 of 2 text questions have no answer: the figures speak of the other 1.',
    });
  });

  it('counts unparseable answers as wrong, apart from the others, and says so', () => {
    const scores = score(items.slice(0, 2), [
      answered('t1', 'A'),
      { id: 't2', status: 'unparseable' },
    ]);
    expect(scores.parts.text).toMatchObject({
      answered: 2,
      right: 1,
      unparseable: 1,
      accuracy: 50,
    });
    expect(codesOf(scores)).toContainEqual(['unparseable', 'text']);
    expect(scores.coverage).toBe(1);
  });

  it('has no total where a whole part came to nothing, and keeps the question average', () => {
    const scores = score(items, results.slice(0, 4));
    expect(scores).toMatchObject({ total: null, qaAverage: 75, coverage: 4 / 6 });
    expect(scores.parts.report).toMatchObject({ scored: 0, score: null, interval: null });
    expect(codesOf(scores)).toContainEqual(['part-without-score', 'report']);
  });

  it('has nothing to say of an empty benchmark', () => {
    expect(score([], [])).toMatchObject({
      parts: { text: null, image: null, report: null },
      total: null,
      coverage: null,
      levels: { items: null, reports: null },
    });
  });

  it('takes the mean of several judgements and shows how far they lie apart', () => {
    const { report } = score(
      [reportItem('r1'), reportItem('r2')],
      [written('r1', judged(2), judged(4)), written('r2', judged(3), judged(3))],
    ).parts;
    expect(report?.score).toBe(60);
    // Scores 40 and 80: variance 800; 60 and 60: none; one degree of freedom each.
    expect(report?.judgeSpread).toBeCloseTo(Math.sqrt(400), 10);
    expect(score(items, results).parts.report?.judgeSpread).toBeNull();
  });

  it('shows each repeat beside the whole', () => {
    const scores = score(
      [choiceItem('t1'), choiceItem('t2')],
      [
        { ...answered('t1', 'A'), repeat: 0 },
        { ...answered('t2', 'A'), repeat: 0 },
        { ...answered('t1', 'B'), repeat: 1 },
        { ...answered('t2', 'A'), repeat: 1 },
      ],
      2,
    );
    expect(scores.parts.text).toMatchObject({ n: 4, items: 2, right: 3, accuracy: 75 });
    expect(scores.repeats.map(({ total }) => total)).toEqual([100, 50]);
    expect(codesOf(scores)).toContainEqual(['repeated', null]);
  });

  it('writes what others rely on, and what it adds itself', () => {
    const written = JSON.parse(JSON.stringify(score(items, results)));
    expect(scoresSchema.parse(written)).toEqual(written);
    expect(detailedScoresSchema.parse(written)).toEqual(written);
  });

  it('has clustered intervals: what stands in one document counts once', () => {
    const right = Array.from({ length: 40 }, (_, i) => i % 2 === 0);
    const run = (groupOf: (i: number) => string) =>
      score(
        right.flatMap((_, i) =>
          [0, 1, 2, 3].map(k => choiceItem(`t${i}-${k}`, { group: groupOf(4 * i + k) })),
        ),
        right.flatMap((ok, i) => [0, 1, 2, 3].map(k => answered(`t${i}-${k}`, ok ? 'A' : 'B'))),
      ).parts.text!;
    const [alone, together] = [run(i => `g${i}`), run(i => `g${Math.floor(i / 4)}`)];
    expect([alone.resampled.clusters, together.resampled.clusters]).toEqual([160, 40]);
    expect(together.resampled.standardError! / alone.resampled.standardError!).toBeGreaterThan(1.6);
    expect(together.interval).toEqual(alone.interval);
  });

  it('warns where few documents stand behind the items', () => {
    const scores = score(items, results);
    expect(scores.notes.filter(({ code }) => code === 'few-clusters')).toHaveLength(3);
  });
});

describe('scoreBenchmark refuses', () => {
  const item = choiceItem('t1');
  it.each<[string, ScoredItem[], Result[]]>([
    ['two items of one id', [item, item], []],
    ['a result for no item', [item], [answered('t9', 'A')]],
    ['two results for one item', [item], [answered('t1', 'A'), answered('t1', 'B')]],
    ['a repeat beyond those asked for', [item], [{ ...answered('t1', 'A'), repeat: 1 }]],
    ['a report for a question', [item], [written('t1', judged(3))]],
    ['a letter for a report', [reportItem('t1')], [answered('t1', 'A')]],
    ['points beyond the scale', [reportItem('t1')], [written('t1', judged(5.5))]],
    [
      'a judgement with a gap',
      [reportItem('t1')],
      [written('t1', judged(3, { coverage: Number.NaN }))],
    ],
  ])('%s', (_, ofRun, itsResults) => {
    expect(() => score(ofRun, itsResults)).toThrow(RangeError);
  });
});
