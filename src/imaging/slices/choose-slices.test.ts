import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseSlices } from './choose-slices.ts';

test('the middles of equal parts', () => {
  expect(chooseSlices(300, [100, 199], 5)).toEqual({
    indices: [110, 130, 150, 170, 190],
    range: [100, 199],
    isWidened: false,
  });
  expect(chooseSlices(9, [4, 4], 1).indices).toEqual([4]);
});

test('too narrow a range grows to both sides, as far as there are slices', () => {
  expect(chooseSlices(100, [50, 51], 6)).toEqual({
    indices: [48, 49, 50, 51, 52, 53],
    range: [48, 53],
    isWidened: true,
  });
  expect(chooseSlices(100, [0, 1], 5).range).toEqual([0, 4]);
  expect(chooseSlices(100, [98, 99], 5).range).toEqual([95, 99]);
});

test('fewer slices than wanted are all taken', () => {
  expect(chooseSlices(3, [1, 1], 25)).toEqual({
    indices: [0, 1, 2],
    range: [0, 2],
    isWidened: true,
  });
});

test('as many as wanted, each once, in order, from within the range, none more than a step apart', () => {
  const arbitrary = fc
    .tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 60 }))
    .chain(([slices, wanted]) =>
      fc.tuple(
        fc.constant(slices),
        fc.constant(wanted),
        fc.tuple(fc.nat(slices - 1), fc.nat(slices - 1)).map(pair => pair.sort((a, b) => a - b)),
      ),
    );
  fc.assert(
    fc.property(arbitrary, ([slices, wanted, [first, last]]) => {
      const { indices, range } = chooseSlices(slices, [first!, last!], wanted);
      expect(indices.length).toBe(Math.min(wanted, slices));
      const step = (range[1] - range[0] + 1) / indices.length;
      for (const [at, index] of indices.entries()) {
        expect(index).toBeGreaterThanOrEqual(range[0]);
        expect(index).toBeLessThanOrEqual(range[1]);
        if (at > 0) expect(index - indices[at - 1]!).toBeGreaterThan(0);
        if (at > 0) expect(index - indices[at - 1]!).toBeLessThanOrEqual(Math.ceil(step));
      }
      expect(range[0]).toBeGreaterThanOrEqual(0);
      expect(range[1]).toBeLessThan(slices);
      expect(range[0]).toBeLessThanOrEqual(first!);
      expect(range[1]).toBeGreaterThanOrEqual(last!);
    }),
  );
});
