import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelsBetween } from '../../../spine/levels/index.ts';
import { discs } from '../levels/sites.ts';
import { imagingOf, judged, reportItem, reportOf } from '../made-up-benchmark.ts';
import type { Result } from '../result.ts';
import { arrangeRows } from '../rows.ts';
import { matchTuples } from './match-tuples.ts';
import { reportLevelScores } from './report-levels.ts';
import { dropImplied, type Tuple } from './tuple.ts';

type Said = Parameters<typeof imagingOf>[0];

const scoresOf = (...pairs: [expected: Said, said: Said | null][]) => {
  const items = pairs.map(([expected], i) =>
    reportItem(`r${i}`, { reference: reportOf(expected) }),
  );
  const results = pairs.flatMap(([, said], i): Result[] => {
    if (said === null) return [];
    return [{ id: `r${i}`, status: 'written', report: imagingOf(said), judgements: [judged(3)] }];
  });
  return reportLevelScores(arrangeRows(items, results, 1).reports, { resamples: 199 });
};

const extrusion = { finding: 'Left disc extrusion', levels: ['L5/S1'] };
const bulge = { finding: 'Disc bulge', levels: ['L4/L5'] };

describe('reportLevelScores', () => {
  it('is perfect for the reference itself', () => {
    const scores = scoresOf([
      [extrusion, bulge],
      [bulge, extrusion],
    ])!;
    for (const matching of [
      'tuple',
      'levelAndFinding',
      'levelAndKind',
      'finding',
      'level',
    ] as const) {
      expect(scores[matching]).toMatchObject({ precision: 100, recall: 100, f1: 100 });
    }
    expect(scores.side).toMatchObject({ n: 1, right: 1 });
    expect(scores.confusion).toEqual({ 'L4/L5': { 'L4/L5': 1 }, 'L5/S1': { 'L5/S1': 1 } });
  });

  it('keeps apart what is right in part', () => {
    const side = scoresOf([[extrusion], [{ ...extrusion, finding: 'Right disc extrusion' }]])!;
    expect(side).toMatchObject({
      tuple: { f1: 0 },
      levelAndFinding: { f1: 100 },
      side: { wrong: 1 },
    });
    const silent = scoresOf([[extrusion], [{ ...extrusion, finding: 'Disc extrusion' }]])!;
    expect(silent).toMatchObject({ tuple: { f1: 0 }, side: { missing: 1 } });
    const kind = scoresOf([[extrusion], [{ ...extrusion, finding: 'Left disc herniation' }]])!;
    expect(kind).toMatchObject({ levelAndFinding: { f1: 0 }, levelAndKind: { f1: 100 } });
    const level = scoresOf([[extrusion], [{ ...extrusion, levels: ['L4/L5'] }]])!;
    expect(level).toMatchObject({
      levelAndKind: { f1: 0 },
      finding: { f1: 100 },
      level: { f1: 0 },
      places: { expected: 1, said: 1, exact: 0, offByOne: 1 },
      confusion: { 'L5/S1': { 'L4/L5': 1 } },
    });
  });

  it('pools findings over reports, and averages reports beside it', () => {
    const scores = scoresOf(
      [
        [extrusion, bulge],
        [extrusion, bulge],
      ],
      [[bulge], []],
      [[bulge], [extrusion]],
    )!;
    expect(scores.levelAndFinding).toMatchObject({ matched: 2, said: 3, expected: 4 });
    expect(scores.levelAndFinding.precision).toBeCloseTo(200 / 3, 10);
    expect(scores.levelAndFinding.recall).toBe(50);
    expect(scores.levelAndFinding.f1).toBeCloseTo(400 / 7, 10);
    expect(scores.levelAndFinding.perReport.f1).toBeCloseTo(100 / 3, 10);
  });

  it('rewards silence about a healthy spine only', () => {
    const healthy = [{ finding: 'No disc herniation, no fracture' }];
    expect(scoresOf([healthy, healthy])!.tuple).toMatchObject({ f1: 100, expected: 0, said: 0 });
    expect(scoresOf([healthy, [bulge]])!.tuple).toMatchObject({ f1: 0, precision: 0, recall: 0 });
    expect(scoresOf([healthy, [bulge]])!.confusion).toEqual({ none: { 'L4/L5': 1 } });
  });

  it('does not judge by a reference that it cannot read, and says so', () => {
    const odd = [{ finding: 'Something outside the vocabulary' }];
    expect(scoresOf([odd, [bulge]], [[bulge], [bulge]])).toMatchObject({
      n: 1,
      notComparable: 1,
      tuple: { f1: 100 },
    });
    expect(scoresOf([odd, odd])).toMatchObject({ n: 0, notComparable: 1, tuple: { f1: null } });
  });

  it('compares only what was written and has a reference', () => {
    expect(scoresOf([[bulge], null])).toBeNull();
    expect(scoresOf()).toBeNull();
  });
});

const spaces = discs({ levels: levelsBetween('L1', 'S1') });
const someTuples = fc
  .array(
    fc.record({
      finding: fc.constantFrom(
        'disc-bulge',
        'disc-herniation',
        'disc-extrusion',
        'disc-displacement',
        'canal-stenosis',
      ),
      site: fc.constantFrom(...spaces, null),
      side: fc.constantFrom('left', 'right', null),
    }),
    { maxLength: 9 },
  )
  .map(tuples => dropImplied(tuples as Tuple[]));

describe('matchTuples', () => {
  it('counts the same matches whichever report is the reference', () => {
    fc.assert(
      fc.property(someTuples, someTuples, (first, second) => {
        const there = matchTuples(first, second);
        const back = matchTuples(second, first);
        for (const [name, { matched, said, expected }] of Object.entries(there)) {
          expect(back[name as keyof typeof back]).toEqual({
            matched,
            said: expected,
            expected: said,
          });
        }
      }),
    );
  });

  it('never matches more than there is, and no less when less has to agree', () => {
    fc.assert(
      fc.property(someTuples, someTuples, (first, second) => {
        const { tuple, levelAndFinding, levelAndKind, level } = matchTuples(first, second);
        for (const { matched, said, expected } of [tuple, levelAndFinding, levelAndKind, level]) {
          expect(matched).toBeLessThanOrEqual(Math.min(said, expected));
        }
        expect(levelAndKind.matched).toBeGreaterThanOrEqual(levelAndFinding.matched);
        expect(matchTuples(first, first).levelAndKind.matched).toBe(
          matchTuples(first, first).levelAndKind.expected,
        );
      }),
    );
  });

  it('pairs kin one to one: two kinds of herniation are not both the one expected', () => {
    const at = (finding: Tuple['finding']): Tuple => ({ finding, site: spaces[4]!, side: null });
    expect(
      matchTuples([at('disc-herniation')], [at('disc-extrusion'), at('disc-protrusion')])
        .levelAndKind,
    ).toEqual({ matched: 1, said: 2, expected: 1 });
    // Greedy pairing would give the herniation to the extrusion and leave the protrusion without.
    expect(
      matchTuples(
        [at('disc-herniation'), at('disc-protrusion')],
        [at('disc-protrusion'), at('disc-extrusion')],
      ).levelAndKind.matched,
    ).toBe(2);
  });
});
