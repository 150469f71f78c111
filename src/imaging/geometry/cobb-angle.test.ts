import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cobbAngle, largestCobbAngle } from './cobb-angle.ts';
import { cobbAngleOfCurve } from './cobb-angle-of-curve.ts';
import type { Point } from './plane-points.ts';
import { lineAt, placed, placeLine } from './testing/turned-lines.ts';

test('endplates that close on the left make a curve convex to the right', () => {
  const cobb = cobbAngle(lineAt(-15), lineAt(20));
  expect(cobb.angleDegrees).toBeCloseTo(35, 9);
  expect(cobb.convexTo).toBe('right');
  expect(cobbAngle(lineAt(15), lineAt(-20)).convexTo).toBe('left');
  expect(cobbAngle(lineAt(7), lineAt(7))).toEqual({ angleDegrees: 0, convexTo: null });
});

test('an angle past 90 degrees is told as it is', () => {
  expect(cobbAngle(lineAt(-60), lineAt(55)).angleDegrees).toBeCloseTo(115, 9);
});

test('where the patient stands, leans, and how large the picture is, changes nothing', () => {
  const angle = fc.double({ min: -50, max: 50, noNaN: true });
  const factor = fc.double({ min: 0.1, max: 10, noNaN: true });
  fc.assert(
    fc.property(angle, angle, angle, factor, (upper, lower, by, scale) => {
      const place = placed(by, [31, -7], scale);
      const moved = cobbAngle(placeLine(lineAt(upper), place), placeLine(lineAt(lower), place));
      expect(moved.angleDegrees).toBeCloseTo(Math.abs(lower - upper), 6);
    }),
  );
});

test('the end vertebrae are found', () => {
  // A thoracic curve to the right of 40 degrees and a lumbar one to the left of 25.
  const tilts = [0, -18, -20, -5, 10, 20, 12, 3, -5, -4];
  const bodies = tilts.map((tilt, at) => ({
    upper: lineAt(tilt, [0, -30 * at]),
    lower: lineAt(tilt, [0, -30 * at - 20]),
  }));
  const found = largestCobbAngle(bodies);
  expect(found).toMatchObject({ upper: 2, lower: 5, convexTo: 'right' });
  expect(found!.angleDegrees).toBeCloseTo(40, 9);
  expect(largestCobbAngle([])).toBeNull();
});

/** From the head down on a circle: as many degrees of it, hollow to the left. */
const arc = (degrees: number, count = 11): Point[] =>
  Array.from({ length: count }, (_, at) => {
    const angle = ((degrees / 2 - (degrees * at) / (count - 1)) * Math.PI) / 180;
    return [-400 * Math.cos(angle), 400 * Math.sin(angle)];
  });

test('the curve of the centres of a circle turns by its part of the circle', () => {
  for (const degrees of [10, 40, 80]) {
    const cobb = cobbAngleOfCurve(arc(degrees));
    expect(cobb!.angleDegrees).toBeCloseTo(degrees, 0);
    expect(cobb!.convexTo).toBe('right');
    const mirrored = arc(degrees).map(([x, z]): Point => [-x, z]);
    expect(cobbAngleOfCurve(mirrored)!.convexTo).toBe('left');
  }
});

test('the curve is the same wherever it stands, and a slightly misplaced centre hardly matters', () => {
  const turned = arc(50).map(placed(35, [90, -40], 0.3));
  expect(cobbAngleOfCurve(turned)!.angleDegrees).toBeCloseTo(50, 0);
  const shaken = arc(50).map(([x, z], at): Point => [x + (at % 2 ? 0.5 : -0.5), z]);
  expect(Math.abs(cobbAngleOfCurve(shaken)!.angleDegrees - 50)).toBeLessThan(3);
});

test('too few centres make no curve, and a straight line none to a side', () => {
  expect(cobbAngleOfCurve(arc(50, 3))).toBeNull();
  const line = [0, 1, 2, 3, 4].map((at): Point => [3 * at, -30 * at]);
  expect(cobbAngleOfCurve(line)).toEqual({ angleDegrees: 0, convexTo: null });
  expect(
    cobbAngleOfCurve([
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
    ]),
  ).toBeNull();
});
