import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detailedScoresSchema } from '../../contracts/benchmark/index.ts';
import { scoredDimensions } from '../../spine/scored-dimensions.ts';
import { choiceItem, imagingOf, judged, reportItem, reportOf } from './made-up-benchmark.ts';
import type { Judgement, Result, ScoredItem } from './result.ts';
import { scoreBenchmark } from './score-benchmark.ts';

const levels = ['L3/4 disc', 'Left L4/5 disc', 'Right L4/5 disc', 'L3-S1', 'none of them'];
const options = Object.fromEntries(levels.map((level, i) => ['ABCDE'[i], level]));
const letters = fc.subarray(['A', 'B', 'C', 'D', 'E']);
const points = fc.integer({ min: 10, max: 50 }).map(tenths => tenths / 10);
const judgement: fc.Arbitrary<Judgement> = fc
  .array(points, { minLength: 10, maxLength: 10 })
  .map(all => judged(1, Object.fromEntries(scoredDimensions.map(({ id }, i) => [id, all[i]]))));
const findings = fc.subarray(
  [
    'L4/5 disc bulge',
    'Left L5/S1 disc extrusion',
    'No fracture',
    'Canal stenosis at L3/4',
    'Odd',
  ].map(finding => ({ finding })),
  { minLength: 1 },
);

/** A result before it knows whose it is. */
type Outcome = Result extends infer Each ? (Each extends Result ? Omit<Each, 'id'> : never) : never;
type Asked = { readonly item: ScoredItem; readonly result: Outcome };

const choice: fc.Arbitrary<Asked> = fc
  .record({
    task: fc.constantFrom('mcq', 'mcq-multi'),
    answer: letters.filter(wanted => wanted.length > 0),
    images: fc.constantFrom([], ['a.png']),
    modality: fc.subarray(['CT', 'MRI', 'XR']),
    levels: fc.subarray(['L4/L5', 'T12', 'C2-C5']),
    group: fc.constantFrom('g1', 'g2', 'g3', 'g4'),
    status: fc.constantFrom('parsed', 'model-extracted', 'unparseable', 'missing'),
    said: letters,
  })
  .map(({ task, answer, said, status, ...fields }) => ({
    item: choiceItem('-', {
      ...fields,
      task,
      options,
      answer: task === 'mcq' ? answer.slice(0, 1) : answer,
    }),
    result: { status, answer: said } as Outcome,
  }));
const report: fc.Arbitrary<Asked> = fc
  .tuple(findings, findings, fc.array(judgement, { maxLength: 2 }))
  .map(([expected, said, judgements]) => ({
    item: reportItem('-', { reference: reportOf(expected) }),
    result: { status: 'written', report: imagingOf(said), judgements } as Outcome,
  }));
const asked = fc.array(fc.oneof({ weight: 3, arbitrary: choice }, report), { maxLength: 24 });

const name = ({ item, result }: Asked, id: string) => ({
  item: { ...item, id, group: item.group === '-' ? id : item.group },
  result: { ...result, id } as Result,
});
const scoreOf = (named: readonly { item: ScoredItem; result: Result }[]) =>
  scoreBenchmark(
    {
      benchmark: 'b',
      model: 'm',
      items: named.map(({ item }) => item),
      results: named.map(({ result }) => result),
    },
    { resamples: 59 },
  );

/** Every figure but counts and what is estimated from their number. */
function figuresOf(value: unknown, path = ''): [string, number | null][] {
  if (typeof value === 'number' || value === null) return [[path, value as number | null]];
  if (typeof value !== 'object') return [];
  const apart = /interval|resampled|standardError|notes|clusters|judgeSpread/i;
  return Object.entries(value).flatMap(([key, inner]) =>
    apart.test(key) ? [] : figuresOf(inner, `${path}.${key}`),
  );
}

const isFigure =
  /accuracy|score$|percent|mean|precision|recall|f1|total|qaAverage|coverage|dimensions|sections/;

describe('scoreBenchmark, whatever the items', () => {
  it('gives the same, intervals included, in whatever order they come', () => {
    fc.assert(
      fc.property(asked, fc.infiniteStream(fc.nat()), (all, keys) => {
        const named = all.map((one, i) => name(one, `q${i}`));
        const shuffled = named
          .map(one => ({ one, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(scoreOf(shuffled)).toEqual(scoreOf(named));
      }),
      { numRuns: 25 },
    );
  });

  it('keeps every score and doubles every count when every item is there twice', () => {
    fc.assert(
      fc.property(asked, all => {
        const once = figuresOf(scoreOf(all.map((one, i) => name(one, `q${i}`))));
        const copies = all.flatMap((one, i) => [name(one, `q${i}`), name(one, `q${i}-copy`)]);
        const twice = new Map(figuresOf(scoreOf(copies)));
        expect(once.length).toBe(twice.size);
        for (const [path, value] of once) {
          const copied = twice.get(path);
          if (value === null || isFigure.test(path.split('.').slice(-2).join('.'))) {
            if (value === null) expect([path, copied]).toEqual([path, null]);
            else expect(copied, path).toBeCloseTo(value, 8);
          } else expect([path, copied]).toEqual([path, 2 * value]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('stays within the scale and the form of the file', () => {
    fc.assert(
      fc.property(asked, all => {
        const scores = scoreOf(all.map((one, i) => name(one, `q${i}`)));
        expect(detailedScoresSchema.parse(scores)).toEqual(scores);
        const { text, image, report } = scores.parts;
        for (const part of [text, image]) {
          if (part?.accuracy == null) continue;
          const [low, high] = part.interval!;
          expect(low).toBeLessThanOrEqual(part.accuracy + 1e-9);
          expect(high).toBeGreaterThanOrEqual(part.accuracy - 1e-9);
        }
        if (report?.score != null) expect(report.score).toBeGreaterThanOrEqual(20);
      }),
      { numRuns: 25 },
    );
  });

  it('is 100 throughout for answers that are all right', () => {
    fc.assert(
      fc.property(asked, all => {
        fc.pre(all.length > 0);
        const perfect = all.map(({ item }, i) => {
          const result: Outcome =
            item.task === 'report'
              ? { status: 'written', report: item.reference!, judgements: [judged(5)] }
              : { status: 'parsed', answer: item.answer };
          return name({ item, result }, `q${i}`);
        });
        const { total, parts, levels, tasks } = scoreOf(perfect);
        expect(total).toBe(100);
        expect(parts.report?.score ?? 100).toBe(100);
        expect(tasks['mcq-multi']?.f1 ?? 100).toBe(100);
        expect(levels.items?.exact.percent ?? 100).toBe(100);
        expect(levels.items?.jaccard.mean ?? 100).toBe(100);
        expect(levels.reports?.tuple.f1 ?? 100).toBe(100);
      }),
      { numRuns: 25 },
    );
  });

  it('transposes the confusion of levels when what is said and what is right change places', () => {
    const pair = fc.tuple(
      letters.filter(one => one.length > 0),
      letters.filter(one => one.length > 0),
    );
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 12 }), pairs => {
        const run = (swap: boolean) =>
          scoreOf(
            pairs.map(([a, b], i) => {
              const [answer, said] = swap ? [b, a] : [a, b];
              const item = choiceItem('-', { task: 'mcq-multi', options, answer });
              return name({ item, result: { status: 'parsed', answer: said } }, `q${i}`);
            }),
          ).levels.items;
        const cells = (scores: ReturnType<typeof run>, swap: boolean) =>
          Object.entries(scores?.confusion ?? {})
            .flatMap(([row, columns]) =>
              Object.entries(columns).map(([column, count]) =>
                swap ? `${column} ${row} ${count}` : `${row} ${column} ${count}`,
              ),
            )
            .sort();
        expect(cells(run(true), true)).toEqual(cells(run(false), false));
      }),
      { numRuns: 25 },
    );
  });
});
