import { expect, test } from 'vitest';
import { discHeightIndex, discHeights } from './disc-height.ts';
import type { Body, Line, Point } from './plane-points.ts';
import { placed, placeLine } from './testing/turned-lines.ts';

const line = (frontZ: number, backZ: number, shift = 0): Line => [
  [shift, frontZ],
  [40 + shift, backZ],
];
const above: Body = { upper: line(60, 60), lower: line(32, 30) };
const below: Body = { upper: line(20, 22), lower: line(-8, -8) };

test('a wedge is higher in front', () => {
  const { frontMm, middleMm, backMm } = discHeights(above.lower, below.upper);
  expect([frontMm, middleMm, backMm]).toEqual([12, 10, 8]);
  expect(discHeights(line(0, 0), line(2, 2)).middleMm).toBe(-2);
});

test('a slip does not make a disc higher', () => {
  expect(discHeights(line(10, 10, -15), line(0, 0))).toEqual({
    frontMm: 10,
    middleMm: 10,
    backMm: 10,
  });
});

test('the index is the disc over the mean of its bodies, whatever the scale and tilt', () => {
  const index = discHeightIndex(above, below);
  // 10 mm of disc between bodies of 29 mm each.
  expect(index).toBeCloseTo(10 / 29, 2);
  const place: (point: Point) => Point = placed(33, [4, 9], 7);
  const moved = (body: Body): Body => ({
    upper: placeLine(body.upper, place),
    lower: placeLine(body.lower, place),
  });
  expect(discHeightIndex(moved(above), moved(below))).toBeCloseTo(index, 9);
});
