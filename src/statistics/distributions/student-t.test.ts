import { describe, expect, it } from 'vitest';
import { studentTCdf, studentTQuantile, twoSidedT } from './student-t.ts';

describe('studentTCdf', () => {
  it.each([
    [-40, 1, 0.00795608991202581],
    [-2.5, 2, 0.0648058601107554],
    [-0.125, 2.5, 0.454937950804275],
    [1.75, 5, 0.929738820505729],
    [-8, 30, 3.13291123785038e-9],
    [2, 1000, 0.977114826753374],
    [-3.5, 100_000, 0.00023273026968555],
  ])('has eleven digits at t = %d with %d degrees of freedom', (t, df, exact) => {
    expect(studentTCdf(t, df) / exact).toBeCloseTo(1, 11);
  });

  it('reaches its ends', () => {
    expect(studentTCdf(Number.NEGATIVE_INFINITY, 3)).toBe(0);
    expect(studentTCdf(0, 3)).toBe(0.5);
    expect(studentTCdf(Number.POSITIVE_INFINITY, 3)).toBe(1);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d degrees of freedom', df => {
    expect(() => studentTCdf(1, df)).toThrow(RangeError);
  });
});

describe('studentTQuantile', () => {
  it.each([
    [1, 12.706],
    [2, 4.303],
    [5, 2.571],
    [10, 2.228],
    [30, 2.042],
    [120, 1.98],
  ])('follows Fisher & Yates (1938), table III, at %d degrees of freedom', (df, printed) => {
    expect(studentTQuantile(0.975, df)).toBeCloseTo(printed, 3);
    expect(studentTQuantile(0.025, df)).toBeCloseTo(-printed, 3);
  });

  it('undoes the distribution function', () => {
    for (const df of [1, 2.5, 7, 84, 573, 50_000]) {
      for (const t of [-30, -2, -0.01, 0.5, 4]) {
        expect(studentTQuantile(studentTCdf(t, df), df)).toBeCloseTo(t, 6);
      }
    }
  });
});

describe('twoSidedT', () => {
  it('is 2.120 for 95 % with 16 degrees of freedom, as Bland & Altman (1986) take it', () => {
    expect(twoSidedT(0.95, 16)).toBeCloseTo(2.12, 2);
  });
});
