import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Line } from './plane-points.ts';
import { measureSlip, meyerdingGrade } from './slip.ts';
import { placed, placeLine } from './testing/turned-lines.ts';

const below: Line = [
  [0, 0],
  [40, 0],
];
const above = (forwardMm: number, heightMm = 10): Line => [
  [-forwardMm, heightMm],
  [40 - forwardMm, heightMm],
];

test('a vertebra 12 mm before one of 40 mm has slipped by 30 percent', () => {
  expect(measureSlip(above(12), below)).toEqual({ slipMm: 12, fraction: 0.3 });
  expect(measureSlip(above(-4), below)).toEqual({ slipMm: -4, fraction: -0.1 });
});

test('the tilt of the patient and the height of the disc change nothing; scale changes only mm', () => {
  const any = fc.double({ min: -40, max: 40, noNaN: true });
  fc.assert(
    fc.property(any, any, fc.double({ min: 1, max: 20, noNaN: true }), (forward, tilt, height) => {
      const place = placed(tilt, [5, 60], 2);
      const slip = measureSlip(placeLine(above(forward, height), place), placeLine(below, place));
      expect(slip.slipMm).toBeCloseTo(2 * forward, 6);
      expect(slip.fraction).toBeCloseTo(forward / 40, 6);
    }),
  );
});

test('a quarter of the endplate a grade', () => {
  const grades = [0, 0.01, 0.25, 0.26, 0.5, 0.51, 0.75, 0.76, 1, 1.01, 3, -0.3].map(meyerdingGrade);
  expect(grades).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 2]);
  expect(meyerdingGrade(0.1 + 0.15)).toBe(1);
});
