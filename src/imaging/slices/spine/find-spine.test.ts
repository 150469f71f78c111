import { expect, test } from 'vitest';
import type { Vector } from '../../../contracts/imaging/index.ts';
import {
  axialGrid,
  ctGrid,
  drawAnatomy,
  drawThick,
  makeSpine,
  renderCt,
  renderMr,
  type Spine,
  sagittalGrid,
} from '../../phantom/index.ts';
import type { Volume } from '../../volume/volume.ts';
import { readCoarseVolume } from '../coarse-volume.ts';
import { stackOfValues } from '../testing/stack-of-values.ts';
import { findSpine } from './find-spine.ts';

/** Where it was found, in patient millimetres. */
async function foundIn(volume: Volume) {
  const coarse = await readCoarseVolume(stackOfValues(volume));
  const spine = findSpine(coarse, volume.modality);
  if (!spine) return null;
  const { grid } = volume;
  return spine.range.map((span, to) => {
    const { axis } = coarse.axes[to]!;
    return span.map(step => {
      const steps = coarse.placesOf[to]![step]! * grid.spacingMm[axis];
      return grid.originMm[to]! + steps * grid.directions[axis][to]!;
    });
  }) as [[number, number], [number, number], [number, number]];
}

function expectToHold(
  found: Awaited<ReturnType<typeof foundIn>>,
  spine: Spine,
  mostAcross: number,
) {
  const shown = spine.vertebrae.filter(({ level }) => spine.shown.includes(level));
  for (const { centreMm } of shown)
    for (const axis of [0, 1, 2] as const) {
      expect(centreMm[axis]).toBeGreaterThan(found![axis][0]);
      expect(centreMm[axis]).toBeLessThan(found![axis][1]);
    }
  expect(found![0][1] - found![0][0]).toBeLessThan(mostAcross);
}

const lumbar = makeSpine(1, { region: 'lumbar' });
const cervical = makeSpine(2, { region: 'cervical' });
const ctOf = (spine: Spine) => renderCt(spine, drawAnatomy(spine, ctGrid(spine, 3)));
const lumbarCt = ctOf(lumbar);

/** The same volume with what a rule makes of each voxel. */
function changed(volume: Volume, change: (value: number, point: Vector) => number): Volume {
  const { grid } = volume;
  const [columns, rows] = grid.size;
  const values = Float32Array.from(volume.values, (value, at) => {
    const index = [at % columns, Math.floor(at / columns) % rows, Math.floor(at / columns / rows)];
    const point = index.map((step, axis) => grid.originMm[axis]! + step * grid.spacingMm[axis]!);
    return change(value, point as unknown as Vector);
  });
  return { ...volume, values };
}

test('in CT, of the back and of the neck', async () => {
  expectToHold(await foundIn(lumbarCt), lumbar, 110);
  expectToHold(await foundIn(ctOf(cervical)), cervical, 95);
});

test('whatever stands beside it', async () => {
  const reach = lumbarCt.grid.originMm;
  const beside = (name: string, change: (value: number, point: Vector) => number) =>
    foundIn(changed(lumbarCt, change)).then(found => {
      expect(found, name).not.toBeNull();
      expectToHold(found, lumbar, 115);
    });
  await beside('noise', (value, [x, y, z]) => value + 150 * Math.sin(x * 917 + y * 533 + z * 711));
  await beside('a table', (value, [, y]) => (y > -reach[1] + 45 ? 700 : value));
  await beside('an aorta with contrast', (value, [x, y]) =>
    Math.hypot(x - 12, y + 38) < 12 ? 350 : value,
  );
  await beside('kidneys with contrast', (value, [x, y, z]) =>
    Math.hypot((Math.abs(x) - 62) / 18, (y - 10) / 25, (z - 20) / 55) < 1 ? 220 : value,
  );
  await beside('screws', (value, [x, y, z]) =>
    Math.abs(Math.abs(x) - 15) < 4 && y > 10 && y < 45 && Math.abs(z) < 40 ? 3000 : value,
  );
});

test('of a volume that reaches beyond the spine, only the part that holds it', async () => {
  const cut = changed(lumbarCt, (value, [, , z]) => (z < -60 && value > 100 ? 40 : value));
  const found = await foundIn(cut);
  expect(found![2][0]).toBeGreaterThan(-80);
  expect(found![2][0]).toBeLessThan(-45);
});

test('in MR of either weighting, of slices and of whole volumes', async () => {
  for (const spine of [lumbar, cervical]) {
    const sagittal = drawThick(spine, sagittalGrid(spine, 2));
    const whole = drawThick(spine, ctGrid(spine, 4));
    for (const weighting of ['T1', 'T2'] as const) {
      expectToHold(await foundIn(renderMr(spine, sagittal, weighting)), spine, 70);
      expectToHold(await foundIn(renderMr(spine, whole, weighting)), spine, 95);
    }
  }
});

test('in nothing, noise or a few slices it is not found', async () => {
  const air = changed(lumbarCt, () => -1000);
  expect(await foundIn(air)).toBeNull();
  const water = changed(
    lumbarCt,
    (_, [x, y, z]) => 20 + 30 * Math.sin(x * 917 + y * 533 + z * 711),
  );
  expect(await foundIn(water)).toBeNull();
  for (const nothing of [air, water])
    expect(await foundIn({ ...nothing, modality: 'MRI' })).toBeNull();
  const { grid, values, ...mr } = renderMr(lumbar, drawThick(lumbar, axialGrid(lumbar, 2)), 'T2');
  const size = [grid.size[0], grid.size[1], 10] as const;
  const few = { ...mr, grid: { ...grid, size }, values: values.slice(0, size[0] * size[1] * 10) };
  expect(await foundIn(few)).toBeNull();
});
