import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Grid, Vector } from '../../contracts/imaging/index.ts';
import { add, directionsOfCodes, pointAtIndex, scale } from '../geometry/index.ts';
import type { Volume } from '../volume/volume.ts';
import type { PlaneName } from './slice-plane.ts';
import { sliceVolume } from './slice-volume.ts';
import { stackOfValues } from './testing/stack-of-values.ts';

/** Grows to the left, the back and the head by unlike steps, and so tells where a pixel lies. */
const ramp = ([x, y, z]: Vector) => 1000 + 4 * x + 1.3 * y + 0.4 * z;

function rampVolume(grid: Grid): Volume {
  const [columns, rows, slices] = grid.size;
  const values = new Float32Array(columns * rows * slices);
  for (let at = 0; at < values.length; at++) {
    const index = [at % columns, Math.floor(at / columns) % rows, Math.floor(at / columns / rows)];
    values[at] = ramp(pointAtIndex(grid, index as unknown as Vector));
  }
  const window = { center: 1000, width: 510 };
  return { grid, values, rescale: { slope: 1, intercept: 0 }, window, modality: 'MRI' };
}

const letters = ['LR', 'PA', 'SI'];
const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];
const orientations = orders.flatMap(order =>
  [...Array(8).keys()].map(bits =>
    order.map((axis, at) => letters[axis]![(bits >> at) & 1]).join(''),
  ),
);

const ask = (plane: PlaneName, count = 4) => ({
  count,
  plane,
  window: 'file' as const,
  seriesUid: null,
});
const looks = { axial: 'LP', sagittal: 'PI', coronal: 'LI' } as const;
const toDirection: Record<string, Vector> = { L: [1, 0, 0], P: [0, 1, 0], I: [0, 0, -1] };

test.each(orientations)(
  '%s: every pixel of every plane shows what lies where the record says',
  async codes => {
    const grid: Grid = {
      size: [14, 12, 10],
      spacingMm: [2, 3, 2.5],
      directions: directionsOfCodes(codes)!,
      originMm: [-3, 7, 11],
    };
    const stack = stackOfValues(rampVolume(grid));
    for (const plane of ['axial', 'sagittal', 'coronal'] as const) {
      const { record, pictures } = await sliceVolume(stack, ask(plane), 'ramp.nii');
      expect(record.plane).toBe(plane);
      expect(record.slices.length).toBe(4);
      for (const [at, slice] of record.slices.entries()) {
        expect(slice.orientation).toBe(looks[plane]);
        const [across, down] = [...slice.orientation!].map(letter => toDirection[letter]!);
        const { data, info } = await sharp(pictures[at])
          .toColourspace('b-w')
          .raw()
          .toBuffer({ resolveWithObject: true });
        expect([info.width, info.height]).toEqual(slice.size);
        expect(slice.spacingMm[0]).toBeCloseTo(slice.spacingMm[1], 0);
        // Beyond the outermost centres there is nothing to interpolate to.
        for (let row = 1; row < slice.size[1] - 1; row++)
          for (let column = 1; column < slice.size[0] - 1; column++) {
            const point = add(
              add(slice.positionMm!, scale(across!, column * slice.spacingMm[0])),
              scale(down!, row * slice.spacingMm[1]),
            );
            const shown = (ramp(point) - 745) / 2;
            const seen = data[row * slice.size[0] + column]!;
            expect(Math.abs(seen - Math.min(255, Math.max(0, shown)))).toBeLessThanOrEqual(0.51);
          }
      }
      const [first, last] = [record.slices[0]!, record.slices.at(-1)!];
      const axis = { sagittal: 0, coronal: 1, axial: 2 }[plane] as 0 | 1 | 2;
      const moved = last.positionMm![axis] - first.positionMm![axis];
      // From the patient's right, from the front, from the head.
      expect(Math.sign(moved)).toBe(plane === 'axial' ? -1 : 1);
      expect(last.offsetMm).toBeCloseTo(Math.abs(moved), 6);
    }
  },
);

test('the plane that was acquired is the one between the coarsest steps', async () => {
  const grid: Grid = {
    size: [8, 9, 10],
    spacingMm: [4, 1, 1],
    directions: directionsOfCodes('RAS')!,
    originMm: [0, 0, 0],
  };
  const slices = async (one: Grid) => {
    const { record } = await sliceVolume(stackOfValues(rampVolume(one)), ask('stored', 25), 'x');
    return [record.plane, record.slices.length];
  };
  expect(await slices(grid)).toEqual(['sagittal', 8]);
  expect(await slices({ ...grid, spacingMm: [1, 1, 1] })).toEqual(['axial', 10]);
});

test('what cannot be found and what there is too little of is told', async () => {
  const grid: Grid = {
    size: [20, 20, 40],
    spacingMm: [3, 3, 3],
    directions: directionsOfCodes('LPS')!,
    originMm: [0, 0, 0],
  };
  const air: Volume = {
    ...rampVolume(grid),
    values: new Int16Array(16_000).fill(-1000),
    modality: 'CT',
  };
  const empty = await sliceVolume(stackOfValues(air), { ...ask('axial', 25), window: null }, 'air');
  expect(empty.record.rule).toMatchObject({
    spine: { found: false, evidence: null },
    range: [0, 39],
  });
  expect(empty.record.notes).toEqual(['spine-not-found: the whole range was taken']);
  expect(empty.record.slices.length).toBe(25);
  const few = await sliceVolume(stackOfValues(air), { ...ask('axial', 50), window: null }, 'air');
  expect(few.record.notes).toEqual(['fewer-slices: 40 of 50']);
  expect(few.record.slices.map(({ index }) => index)).toEqual([...Array(40).keys()].reverse());
});

test('values that reach from air to bone are taken for Hounsfield units, and that is told', async () => {
  const grid: Grid = {
    size: [10, 10, 10],
    spacingMm: [3, 3, 3],
    directions: directionsOfCodes('LPS')!,
    originMm: [0, 0, 0],
  };
  const values = Int16Array.from({ length: 1000 }, (_, at) => (at % 2 ? -1000 : at));
  const ct: Volume = { ...rampVolume(grid), values, modality: null };
  const { record } = await sliceVolume(stackOfValues(ct), { ...ask('axial'), window: null }, 'x');
  expect(record.source.modality).toBe('CT');
  expect(record.notes[0]).toBe('modality-assumed: CT');
  expect(record.slices[0]!.window.name).toBe('bone');
});
