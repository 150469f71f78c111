import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelsBetween, readLevels } from '../../../spine/levels/index.ts';
import { alignSites } from './align-sites.ts';
import { setDistance, siteOverlap } from './compare-sites.ts';
import { comparableSites, compareSites, discs, type Site, vertebrae } from './sites.ts';

const compare = (expected: string, said: string) => {
  const sites = comparableSites(readLevels(expected), readLevels(said));
  return {
    overlap: siteOverlap(sites.expected, sites.said),
    distance: setDistance(sites.expected, sites.said),
  };
};

describe('levels said against levels expected', () => {
  it.each([
    ['L4/L5', 'L4-5', 1, 0],
    ['L4/L5', 'L5/S1', 0, 1],
    ['L3/L4', 'L5/S1', 0, 2],
    ['L4', 'L4', 1, 0],
    ['T12 fracture', 'L1 fracture', 0, 1],
    ['C7/T1', 'T1/T2', 0, 1],
    ['L2-S1 fusion', 'L3-S1 fusion', 4 / 5, 1],
    ['T10-L2', 'L2-L4', 1 / 7, 4],
    ['L3, L4 and L5', 'L3-L5', 1, 0],
    ['L3/4, L4/5 and L5/S1', 'L3-S1', 1, 0],
    ['L3/4 and L5/S1', 'L3/4, L4/5 and L5/S1', 2 / 3, 1],
    ['L3/4 and L5/S1', 'L3-S1', 2 / 3, 1],
    ['lumbosacral', 'L5/S1', 1, 0],
    ['L4/L5', 'L5 root', 1 / 2, 1],
    ['C8 root', 'C7 root', 0, 1],
    ['腰4/5椎间盘', 'L4-L5 disc', 1, 0],
  ])('%s, said %s', (expected, said, overlap, distance) => {
    expect(compare(expected, said).overlap).toBeCloseTo(overlap, 10);
    expect(compare(expected, said).distance).toBe(distance);
    expect(compare(said, expected)).toEqual(compare(expected, said));
  });

  it('has no distance to nothing, and no overlap with it', () => {
    expect(compare('L4/L5', 'none of these')).toEqual({ overlap: 0, distance: null });
    expect(compare('none', 'nothing')).toEqual({ overlap: 1, distance: null });
  });
});

const names = ({ expected, said }: { expected: Site | null; said: Site | null }) =>
  `${expected?.name ?? '-'}:${said?.name ?? '-'}`;
const bones = (...levels: Parameters<typeof vertebrae>[0]['levels']) => vertebrae({ levels });

describe('alignSites', () => {
  it('pairs the same first, then the nearest, and leaves the rest alone', () => {
    expect(alignSites(bones('L3', 'L4'), bones('L4', 'L5')).map(names)).toEqual(['L4:L4', 'L3:L5']);
    expect(alignSites(bones('L1', 'L5'), bones('L4')).map(names)).toEqual(['L5:L4', 'L1:-']);
    expect(alignSites(bones('L3'), bones('L2', 'L4', 'S1')).map(names)).toEqual([
      'L3:L2',
      '-:L4',
      '-:S1',
    ]);
    expect(alignSites([], bones('L2')).map(names)).toEqual(['-:L2']);
    expect(alignSites([], [])).toEqual([]);
  });

  const spine = levelsBetween('C1', 'Co');
  const someSites = fc
    .tuple(fc.subarray([...spine], { maxLength: 7 }), fc.boolean())
    .map(([levels]) => bones(...levels).sort(compareSites));

  it('exchanges the ends of its pairs when the two sides are exchanged', () => {
    fc.assert(
      fc.property(someSites, someSites, (expected, said) => {
        const back = alignSites(said, expected).map(pair => ({
          expected: pair.said,
          said: pair.expected,
        }));
        expect(back.map(names).sort()).toEqual(alignSites(expected, said).map(names).sort());
      }),
    );
  });

  it('uses every site once and finds the shortest way that trying all pairings finds', () => {
    const place = (site: Site) => spine.indexOf(site.levels[0] as (typeof spine)[number]);
    const cost = (pairs: { expected: Site | null; said: Site | null }[]) =>
      pairs.reduce((sum, { expected, said }) => {
        return expected && said ? sum + Math.abs(place(expected) - place(said)) : sum;
      }, 0);
    const cheapest = (few: readonly Site[], many: readonly Site[]): number => {
      const [first, ...rest] = few;
      if (first === undefined) return 0;
      return Math.min(
        ...many.map(
          (site, i) => Math.abs(place(first) - place(site)) + cheapest(rest, many.toSpliced(i, 1)),
        ),
      );
    };
    const few = fc.subarray([...spine], { maxLength: 5 }).map(levels => bones(...levels));
    fc.assert(
      fc.property(few, few, (expected, said) => {
        const pairs = alignSites(expected, said);
        expect(pairs.flatMap(pair => pair.expected ?? [])).toHaveLength(expected.length);
        expect(pairs.flatMap(pair => pair.said ?? [])).toHaveLength(said.length);
        const [less, more] = expected.length < said.length ? [expected, said] : [said, expected];
        expect(cost(pairs)).toBe(cheapest(less, more));
      }),
      { numRuns: 60 },
    );
  });

  it('names discs by their two vertebrae', () => {
    expect(discs({ levels: ['L4', 'L5', 'S1'] }).map(({ name }) => name)).toEqual([
      'L4/L5',
      'L5/S1',
    ]);
  });
});
