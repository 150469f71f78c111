import { describe, expect, it } from 'vitest';
import { around, onlyTouches, point } from './interval.ts';
import { judge, judgeBest } from './judge.ts';
import type { Printed } from './printed.ts';

const printed = (value: number, unit = 0.01): Printed => ({ value, unit });
const estimate = (nominal: number, open = 0, exact?: number) => ({
  nominal,
  range: { low: nominal - open, high: nominal + open },
  exact: exact === undefined ? undefined : point(exact),
  how: '',
});

describe('judge', () => {
  it.each([
    [4.41, 4.415, 'consistent'],
    [4.42, 4.415, 'consistent'],
    [4.41, 4.4051, 'consistent'],
    [4.41, 4.4179, 'rounding'],
    [4.41, 4.42, 'inconsistent'],
    [4.41, 4.4049, 'inconsistent'],
  ])('%d printed for %d: %s', (value, recomputed, verdict) => {
    expect(judge(printed(value), estimate(recomputed))).toBe(verdict);
  });

  it('inputs that are rounded themselves leave room, up to touching', () => {
    expect(judge(printed(4.8), estimate(4.79, 0.005))).toBe('rounding');
    expect(judge(printed(4.8), estimate(4.7899, 0.005))).toBe('inconsistent');
    expect(onlyTouches(printed(4.8), estimate(4.79, 0.005).range)).toBe(true);
    expect(onlyTouches(printed(4.8), estimate(4.791, 0.005).range)).toBe(false);
  });

  it('a value known exactly leaves room only for computing with printed figures', () => {
    expect(judge(printed(87.06), estimate(87.066, 0.005, 87.0637))).toBe('consistent');
    expect(judge(printed(87.07), estimate(87.066, 0.005, 87.0637))).toBe('rounding');
    expect(judge(printed(87.08), estimate(87.066, 0.02, 87.0637))).toBe('inconsistent');
  });

  it('a file that cuts digits off prints figures for what lies above them', () => {
    expect(around({ value: 4.41, unit: 0.01, cut: true })).toEqual({ low: 4.41, high: 4.42 });
  });

  it('of several ways to a figure the kindest counts', () => {
    const ways = [estimate(1), estimate(2), estimate(3)];
    expect(judgeBest(printed(2), ways)?.estimate).toBe(ways[1]);
    expect(judgeBest(printed(2), [])).toBeNull();
  });
});
