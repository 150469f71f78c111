import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialProbability } from '../distributions/binomial.ts';
import { unpairedGap, unpairedItems, unpairedPower } from './unpaired-power.ts';

describe('unpairedItems', () => {
  it('gives the 827 a side of Fleiss (1981), table A.3: 0.60 against 0.70, alpha 0.01, power 0.95', () => {
    const design = { alpha: 0.01, power: 0.95, continuity: true };
    expect(unpairedItems({ first: 0.6, second: 0.7 }, design)).toMatchObject({ itemsEach: 827 });
  });

  it('gives the 199, corrected 219, a side for 0.1 against 0.2 of Fleiss (1981), table A.3', () => {
    const tenths = { first: 0.1, second: 0.2 };
    expect(unpairedItems(tenths)).toMatchObject({ itemsEach: 199 });
    expect(unpairedItems(tenths, { continuity: true })).toMatchObject({ itemsEach: 219 });
  });

  it('gives the 76.7 a side that R documents for power.prop.test(p1 = .50, p2 = .75, power = .90)', () => {
    expect(unpairedItems({ first: 0.5, second: 0.75 }, { power: 0.9 })).toMatchObject({
      itemsEach: 77,
    });
  });

  it('asks for just enough items', () => {
    const share = fc.integer({ min: 2, max: 98 }).map(percent => percent / 100);
    fc.assert(
      fc.property(share, share, (first, second) => {
        const result = unpairedItems({ first, second });
        if (!result.defined) {
          expect(first).toBe(second);
          return;
        }
        const { itemsEach } = result;
        expect(unpairedPower({ first, second, itemsEach })).toBeGreaterThanOrEqual(0.8 - 1e-9);
        if (itemsEach > 1) {
          expect(unpairedPower({ first, second, itemsEach: itemsEach - 1 })).toBeLessThan(0.8);
        }
        expect(unpairedItems({ first: 1 - first, second: 1 - second })).toEqual(result);
      }),
    );
  });

  it('says so where there is no gap to find', () => {
    expect(unpairedItems({ first: 0.4, second: 0.4 })).toEqual({
      defined: false,
      reason: 'no-gap',
    });
  });

  it('needs one item a side for a gap that no chance can blur', () => {
    expect(unpairedItems({ first: 0, second: 1 }, { alpha: 0.5, power: 0.5 })).toMatchObject({
      itemsEach: 1,
    });
  });

  it('refuses proportions and designs that are none', () => {
    expect(() => unpairedItems({ first: 1.1, second: 0.5 })).toThrow(RangeError);
    expect(() => unpairedItems({ first: 0.1, second: 0.5 }, { power: 1 })).toThrow(RangeError);
    expect(() => unpairedItems({ first: 0.1, second: 0.5 }, { alpha: 0 })).toThrow(RangeError);
  });
});

describe('unpairedPower', () => {
  it('comes close to counting every outcome of the z test', () => {
    const [n, first, second] = [199, 0.1, 0.2];
    let power = 0;
    const chances = (p: number) =>
      Array.from({ length: n + 1 }, (_, x) => binomialProbability(x, n, p));
    const ofFirst = chances(first);
    const ofSecond = chances(second);
    for (let x = 0; x <= n; x++) {
      for (let y = 0; y <= n; y++) {
        const middle = (x + y) / (2 * n);
        const error = Math.sqrt((2 * middle * (1 - middle)) / n);
        if (Math.abs(x - y) / n > 1.959964 * error) power += ofFirst[x]! * ofSecond[y]!;
      }
    }
    expect(Math.abs(unpairedPower({ first, second, itemsEach: n }) - power)).toBeLessThan(0.01);
  });
});

describe('unpairedGap', () => {
  it('finds the gap back that a number of items was computed for', () => {
    const gap = unpairedGap({ baseline: 0.5, itemsEach: 77 }, { power: 0.9 });
    expect(gap.defined && gap.above).toBeCloseTo(0.25, 2);
    expect(gap.defined && gap.below).toBeCloseTo(0.25, 2);
  });

  it('has no gap in a direction without room', () => {
    const nearTheTop = unpairedGap({ baseline: 0.95, itemsEach: 30 });
    expect(nearTheTop).toMatchObject({ above: null });
    expect(nearTheTop.defined && nearTheTop.below).toBeGreaterThan(0.1);
    expect(unpairedGap({ baseline: 1, itemsEach: 100 })).toMatchObject({ above: null });
  });

  it('says so where no gap would be found', () => {
    expect(unpairedGap({ baseline: 0.5, itemsEach: 2 })).toEqual({
      defined: false,
      reason: 'out-of-reach',
    });
    expect(unpairedGap({ baseline: 0.5, itemsEach: 0 })).toEqual({
      defined: false,
      reason: 'out-of-reach',
    });
  });
});
