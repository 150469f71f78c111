import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holmAdjust } from './holm-adjust.ts';

const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });

describe('holmAdjust', () => {
  it('rejects three of the fifteen tests of Benjamini & Hochberg (1995), as FWER control does there', () => {
    const thrombolysis = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ];
    const adjusted = holmAdjust(thrombolysis);
    expect(adjusted.filter(p => p <= 0.05)).toHaveLength(3);
    expect(adjusted.slice(0, 4)).toEqual([
      expect.closeTo(0.0015, 12),
      expect.closeTo(0.0056, 12),
      expect.closeTo(0.0247, 12),
      expect.closeTo(0.114, 12),
    ]);
  });

  it('gives what R and stdlib document for five p-values out of order', () => {
    const adjusted = holmAdjust([0.319, 0.201, 0.4, 0.374, 0.113]);
    const documented = [0.957, 0.804, 0.957, 0.957, 0.565];
    adjusted.forEach((p, i) => {
      expect(p).toBeCloseTo(documented[i]!, 12);
    });
  });

  it('lies between the raw and Bonferroni’s values and keeps their order', () => {
    fc.assert(
      fc.property(pValues, raw => {
        const adjusted = holmAdjust(raw);
        raw.forEach((p, i) => {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          expect(adjusted[i]).toBeLessThanOrEqual(Math.min(1, p * raw.length) + 1e-15);
          raw.forEach((other, j) => {
            if (p < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!);
            if (p === other) expect(adjusted[i]).toBe(adjusted[j]);
          });
        });
      }),
    );
  });

  it('does not care in which order the tests come', () => {
    fc.assert(
      fc.property(pValues, raw => {
        expect(holmAdjust([...raw].reverse())).toEqual(holmAdjust(raw).reverse());
      }),
    );
  });

  it('returns nothing for nothing and one as it is', () => {
    expect(holmAdjust([])).toEqual([]);
    expect(holmAdjust([0.04])).toEqual([0.04]);
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses %d, naming its place', p => {
    expect(() => holmAdjust([0.5, p])).toThrow('pValues[1]');
  });
});
