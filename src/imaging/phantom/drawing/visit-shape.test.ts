import { expect, test } from 'vitest';
import type { Grid } from '../../../contracts/imaging/index.ts';
import { bar, mirrored } from '../shapes/bar.ts';
import { axesOf, pointAt } from '../spine/frame.ts';
import { visitLines, visitShape } from './visit-shape.ts';

const grid: Grid = {
  size: [40, 36, 32],
  spacingMm: [1, 1.2, 1.5],
  originMm: [-20, 21, -24],
  directions: [
    [1, 0, 0],
    [0, -1, 0],
    [0, 0, 1],
  ],
};
const tilt = { sagittalDegrees: 25, coronalDegrees: -15, turnDegrees: 40 };
const frame = { centreMm: [1.3, -2.1, 3.7], axes: axesOf(tilt) } as const;
const rod = bar([2, -6, -3], [9, 7, 5], [3, 4.5]);

/** Straight from where the rod's ends lie in space. */
function distanceTo(point: readonly number[], out: 1 | -1): number {
  const from = pointAt(frame, [out * 2, -6, -3]);
  const to = pointAt(frame, [out * 9, 7, 5]);
  const way = to.map((value, axis) => value - from[axis]!);
  const off = point.map((value, axis) => value - from[axis]!);
  const length2 = way.reduce((sum, part) => sum + part * part, 0);
  const along = off.reduce((sum, part, axis) => sum + part * way[axis]!, 0) / length2;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(...off.map((part, axis) => part - t * way[axis]!)) - (3 + 1.5 * t);
}

const pointOf = (index: number): [number, number, number] => [
  grid.originMm[0] + (index % 40) * 1,
  grid.originMm[1] - (Math.floor(index / 40) % 36) * 1.2,
  grid.originMm[2] + Math.floor(index / 40 / 36) * 1.5,
];

test.each([
  ['as it is', rod, 1],
  ['mirrored', mirrored(rod), -1],
] as const)(
  'a rod that lies askew in the grid is found whole, and nothing else: %s',
  (_, solid, out) => {
    const inside = Array.from({ length: 40 * 36 * 32 }, (_, index) => index).filter(
      index => distanceTo(pointOf(index), out) < 0,
    );
    const visited: number[] = [];
    visitShape(grid, { frame, solid }, index => visited.push(index));
    expect(inside.length).toBeGreaterThan(400);
    expect(visited).toEqual(inside);
  },
);

test('each voxel of a line has its own distance, also outside within the margin', () => {
  const marginMm = 2;
  const seen = new Map<number, number>();
  visitLines(grid, { frame, solid: rod }, marginMm, (first, { count }, distancesMm) => {
    for (let at = 0; at < count; at++) seen.set(first + at, distancesMm[at]!);
  });
  for (let index = 0; index < 40 * 36 * 32; index++) {
    const expected = distanceTo(pointOf(index), 1);
    if (expected < marginMm) expect(seen.get(index)).toBeCloseTo(expected, 6);
  }
});
