import { describe, expect, it } from 'vitest';
import { fisherFQuantile, fisherFTails } from './fisher-f.ts';

describe('fisherFTails', () => {
  it.each([
    [0.25, 1, 1, 0.295167235300867, 0.704832764699133],
    [11, 5, 15, 0.999863549256916, 0.000136450743083729],
    [0.9375, 18, 60, 0.460558321765914, 0.539441678234087],
    [1.5, 573, 1000, 0.999999986567706, 1.34322945493332e-8],
    [3.75, 2, 4.1875, 0.883406120129502, 0.116593879870498],
    [1.0625, 100, 50_000, 0.684167553294949, 0.315832446705051],
  ])('has eleven digits at F = %d with %d and %d degrees of freedom', (f, a, b, lower, upper) => {
    const tails = fisherFTails(f, a, b);
    expect(tails.lower / lower).toBeCloseTo(1, 11);
    expect(tails.upper / upper).toBeCloseTo(1, 11);
  });

  it('reaches its ends', () => {
    expect(fisherFTails(0, 3, 4)).toEqual({ lower: 0, upper: 1 });
    expect(fisherFTails(Number.POSITIVE_INFINITY, 3, 4)).toEqual({ lower: 1, upper: 0 });
  });

  it('refuses degrees of freedom that are none', () => {
    expect(() => fisherFTails(1, 0, 3)).toThrow(RangeError);
    expect(() => fisherFTails(1, 3, Number.NaN)).toThrow(RangeError);
    expect(() => fisherFTails(Number.NaN, 3, 3)).toThrow(RangeError);
  });
});

describe('fisherFQuantile', () => {
  it.each([
    [0.95, 1, 10, 4.96],
    [0.95, 5, 15, 2.9],
    [0.95, 20, 20, 2.12],
    [0.99, 3, 20, 4.94],
    [0.99, 1, 1, 4052],
  ])('follows Snedecor (1934) at p = %d with %d and %d degrees of freedom', (p, a, b, printed) => {
    expect(fisherFQuantile(p, a, b) / printed).toBeCloseTo(1, 2);
  });

  it('turns over when the degrees of freedom are exchanged', () => {
    for (const [p, a, b] of [
      [0.975, 5, 4.19],
      [0.6, 2, 300],
      [0.999, 60, 1],
    ] as const) {
      expect(fisherFQuantile(p, a, b) * fisherFQuantile(1 - p, b, a)).toBeCloseTo(1, 9);
    }
  });

  it('is the square of t with one degree of freedom above', () => {
    // Student's t at 0.975 with 5 degrees of freedom, squared
    expect(fisherFQuantile(0.95, 1, 5)).toBeCloseTo(2.57058183563631 ** 2, 10);
  });
});
