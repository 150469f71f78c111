import { describe, expect, it } from 'vitest';
import { answered, choiceItem } from '../made-up-benchmark.ts';
import type { Result, ScoredItem } from '../result.ts';
import { arrangeRows } from '../rows.ts';
import { itemLevelScores } from './item-levels.ts';

const options = {
  A: 'Left L4/5 disc herniation',
  B: 'Left L5/S1 disc herniation',
  C: 'Right L4/5 disc herniation',
  D: 'Piriformis syndrome',
  E: 'L2/3 disc herniation',
};
const item = (id: string, answer: string[], task: 'mcq' | 'mcq-multi' = 'mcq') =>
  choiceItem(id, { options, answer, task });
const scoresOf = (items: ScoredItem[], results: Result[]) =>
  itemLevelScores(arrangeRows(items, results, 1).choices, { resamples: 199 });

describe('itemLevelScores', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const all = scoresOf(
    ids.map(id => item(id, ['A'])),
    ids.map((id, i) => answered(id, 'ABCDE'[i]!)),
  )!;

  it('tells the exact level from one off and from one far off', () => {
    expect(all.n).toBe(5);
    expect(all.exact).toMatchObject({ count: 2, percent: 40 });
    expect(all.offByOne).toMatchObject({ count: 1, percent: 20 });
    expect(all.jaccard.mean).toBe(40);
    expect(all.none).toBe(1);
  });

  it('judges the side apart from the level', () => {
    expect(all.side).toEqual({ n: 5, right: 2, wrong: 1, missing: 2, added: 0 });
    const without = scoresOf([item('a', ['E'])], [answered('a', 'A')])!;
    expect(without.side).toEqual({ n: 0, right: 0, wrong: 0, missing: 0, added: 1 });
  });

  it('lays out what was said for what, from the top of the spine down, none last', () => {
    expect(all.confusion).toEqual({ 'L4/L5': { 'L2/L3': 1, 'L4/L5': 2, 'L5/S1': 1, none: 1 } });
    expect(Object.keys(all.confusion['L4/L5']!)).toEqual(['L2/L3', 'L4/L5', 'L5/S1', 'none']);
  });

  it('counts a level said where none is right as invented, and not in the shares', () => {
    const scores = scoresOf(
      [item('a', ['D']), item('b', ['D'])],
      [answered('a', 'B'), answered('b', 'D')],
    )!;
    expect(scores).toMatchObject({ n: 0, invented: 1, exact: { percent: null, interval: null } });
    expect(scores.confusion).toEqual({ none: { 'L5/S1': 1 } });
  });

  it('takes all options of a multi-select together', () => {
    const scores = scoresOf(
      [item('a', ['A', 'B'], 'mcq-multi'), item('b', ['A', 'B'], 'mcq-multi')],
      [answered('a', 'B', 'C'), answered('b', 'B', 'E')],
    )!;
    expect(scores.exact.count).toBe(1);
    expect(scores.jaccard.mean).toBeCloseTo((100 * (1 + 1 / 3)) / 2, 10);
    expect(scores.confusion).toEqual({
      'L4/L5': { 'L2/L3': 1, 'L4/L5': 1 },
      'L5/S1': { 'L5/S1': 2 },
    });
  });

  it('takes an unparseable answer for none, and leaves out one that never came', () => {
    const scores = scoresOf(
      [item('a', ['A']), item('b', ['A'])],
      [
        { id: 'a', status: 'unparseable' },
        { id: 'b', status: 'missing' },
      ],
    )!;
    expect(scores).toMatchObject({ n: 1, none: 1, exact: { count: 0 } });
  });

  it('takes a letter without an option for none', () => {
    expect(scoresOf([item('a', ['A'])], [answered('a', 'Z')])).toMatchObject({ n: 1, none: 1 });
  });

  it('has nothing to say where no option that counts names a level', () => {
    const plain = choiceItem('p', { options: { A: 'T2-weighted MRI', B: 'CT' } });
    expect(scoresOf([plain], [answered('p', 'B')])).toBeNull();
  });
});
