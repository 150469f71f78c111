import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Grid, Vector } from '../../contracts/imaging/index.ts';
import { indexAtPoint, pointAtIndex } from './grid-index.ts';
import { linearAt, nearestAt, resample } from './resample.ts';
import { rotation } from './testing/rotation.ts';

const grid: Grid = {
  size: [6, 5, 4],
  spacingMm: [1, 2, 3],
  directions: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  originMm: [-3, 7, 11],
};

/** What trilinear interpolation must give back exactly. */
const ramp = ([x, y, z]: Vector) => 2 * x - 3 * y + 0.5 * z + 4;
const values = Float32Array.from({ length: 120 }, (_, at) =>
  ramp(pointAtIndex(grid, [at % 6, Math.floor(at / 6) % 5, Math.floor(at / 30)])),
);
const volume = { grid, values };
const nowhere = { method: 'linear', outside: -1000 } as const;

test('a grid onto itself changes nothing, by either method', () => {
  expect(resample(volume, grid, nowhere)).toEqual(values);
  expect(resample(volume, grid, { ...nowhere, method: 'nearest' })).toEqual(values);
});

test('a linear field stays one on any turned and finer grid', () => {
  const angle = fc.double({ min: -3, max: 3, noNaN: true });
  fc.assert(
    fc.property(angle, fc.tuple(angle, angle, angle), (by, axis) => {
      fc.pre(Math.hypot(...axis) > 0.1);
      const turn = rotation(axis, by);
      const onto: Grid = {
        size: [5, 4, 3],
        spacingMm: [0.4, 0.5, 0.6],
        directions: grid.directions.map(turn) as unknown as Grid['directions'],
        originMm: [-0.5, 11, 15],
      };
      const sampled = resample(volume, onto, nowhere);
      sampled.forEach((value, at) => {
        const point = pointAtIndex(onto, [at % 5, Math.floor(at / 5) % 4, Math.floor(at / 20)]);
        const inside = indexAtPoint(grid, point).every(
          (place, axis2) => place >= 0 && place <= grid.size[axis2]! - 1,
        );
        if (inside) expect(value).toBeCloseTo(ramp(point), 3);
      });
    }),
    { numRuns: 50 },
  );
});

test('a plane is a grid of one slice; beyond half a voxel there is nothing', () => {
  const plane: Grid = {
    size: [3, 1, 1],
    spacingMm: [3, 1, 1],
    directions: [
      [0, 0, 1],
      [0, 1, 0],
      [1, 0, 0],
    ],
    originMm: [-3, 7, 5],
  };
  const sampled = resample(volume, plane, nowhere);
  expect([...sampled]).toEqual([-1000, -1000, ramp([-3, 7, 11])]);
});

test('labels are never mixed', () => {
  const labels = { grid: { ...grid, size: [2, 1, 1] as const }, values: Uint8Array.of(20, 24) };
  const read = [-0.6, -0.4, 0.4, 0.6, 1.4, 1.6].map(x => nearestAt(labels, [x, 0, 0]));
  expect(read).toEqual([null, 20, 20, 24, 24, null]);
  expect(linearAt(labels, [0.25, 0, 0])).toBe(21);
  expect(linearAt(labels, [Number.NaN, 0, 0])).toBeNull();
});
