import type { Grid } from '../../../contracts/imaging/index.ts';
import type { Volume } from '../../volume/volume.ts';
import { farMm, strangers, tissue } from '../drawing/canvas.ts';
import { drawSkeleton, drawVeil } from '../drawing/draw-anatomy.ts';
import { newNoise, valueAt } from '../drawing/noise.ts';
import { visitShape } from '../drawing/visit-shape.ts';
import { startDraw } from '../plan/draw.ts';
import { screws } from '../shapes/screws.ts';
import type { Spine } from '../truth/spine.ts';
import { blurWide } from './blur.ts';
import { radiographGrid, type View } from './fields-of-view.ts';
import { startGrain } from './grain.ts';

/** Rows drawn at once: a whole picture's depth would not fit in memory. */
const stripMm = 40;
const boneStepMm = 1.8;
const softStepMm = 4;

export function renderRadiograph(spine: Spine, view: View, resolutionMm: number): Volume {
  const grid = radiographGrid(spine, view, resolutionMm);
  const bone = boneAlong(spine, grid, Math.max(boneStepMm, resolutionMm));
  const soft = softAlong(spine, grid, Math.max(softStepMm, resolutionMm * 2));
  const values = develop(spine, grid, bone, soft, view);
  const rescale = { slope: 1, intercept: 0 };
  return { grid, values, rescale, window: { center: 2048, width: 4096 }, modality: 'XR' };
}

/** Share of dense bone in the shell and in the core of bones that are not looked at: large and
 *  smooth, they would hide more than they do in a patient. */
const plainMineral = [1, 0.27] as const;
const minerals: Partial<Record<number, readonly [number, number]>> = {
  [strangers.sacrum]: [0.5, 0.17],
  [strangers.pelvis]: [0.34, 0.34],
  [strangers.ribs]: [0.9, 0.13],
  [strangers.skull]: [0.5, 0.42],
};

/** Sums of mineral along each ray, in millimetres of dense bone. */
function boneAlong(spine: Spine, grid: Grid, stepMm: number): Float32Array {
  const [columns, rows] = grid.size;
  const depthMm = grid.spacingMm[2];
  const slices = Math.ceil(depthMm / stepMm);
  const sums = new Float32Array(columns * rows);
  const stripRows = Math.max(1, Math.round(stripMm / grid.spacingMm[1]));
  const density = Math.min(1.3, Math.max(0.45, 1 + 0.13 * spine.tScore));
  const noise = newNoise(spine.seed + 8);
  const half = stepMm / 2;
  const [shells, cores] = ([0, 1] as const).map(which =>
    Float32Array.from({ length: 64 }, (_, whose) => (minerals[whose] ?? plainMineral)[which]),
  ) as [Float32Array, Float32Array];
  const voxels = columns * stripRows * slices;
  const [owner, mark] = [new Uint8Array(voxels), new Uint8Array(voxels)];
  const boneMm = new Float32Array(voxels);
  const metal = screws(spine);
  for (let top = 0; top < rows; top += stripRows) {
    const count = Math.min(stripRows, rows - top);
    const strip = stripGrid(grid, top, count, slices, stepMm);
    boneMm.fill(farMm);
    drawSkeleton({ grid: strip, boneMm, owner, mark }, spine);
    for (const shape of metal) {
      visitShape(strip, shape, index => {
        boneMm[index] = farMm;
        sums[top * columns + (index % (columns * count))]! += 9 * stepMm;
      });
    }
    let index = 0;
    for (let k = 0; k < slices; k++) {
      for (let j = 0; j < count; j++) {
        const row = (top + j) * columns;
        const jj = Math.round(((top + j) * grid.spacingMm[1]) / 1.6);
        for (let i = 0; i < columns; i++, index++) {
          const b = boneMm[index]!;
          // Thin plates would fall between two samples of a ray.
          if (b > half) continue;
          const share = b > -half ? (half - b) / stepMm : 1;
          const grain = valueAt(noise, Math.round((i * grid.spacingMm[0]) / 1.1), jj, k) * 0.09;
          const whose = owner[index]!;
          const deep = Math.min(1, Math.max(0, (-b - 0.7) / 1.2));
          const mineral = shells[whose]! * (1 - deep) + (cores[whose]! + grain) * density * deep;
          sums[row + i]! += mineral * share * stepMm;
        }
      }
    }
  }
  return sums;
}

function stripGrid(grid: Grid, top: number, rows: number, slices: number, stepMm: number): Grid {
  const half = (-(slices - 1) / 2) * stepMm;
  const origin = grid.originMm.map(
    (value, axis) =>
      value +
      grid.directions[1][axis]! * top * grid.spacingMm[1] +
      grid.directions[2][axis]! * half,
  );
  return {
    ...grid,
    size: [grid.size[0], rows, slices],
    spacingMm: [grid.spacingMm[0], grid.spacingMm[1], stepMm],
    originMm: origin as never,
  };
}

/** Sums of soft tissue along each ray, in millimetres of water, from a coarse drawing. */
function softAlong(spine: Spine, grid: Grid, stepMm: number): Float32Array {
  const [columns, rows] = grid.size;
  const extent = [columns * grid.spacingMm[0], rows * grid.spacingMm[1]] as const;
  const size = [Math.ceil(extent[0] / stepMm) + 1, Math.ceil(extent[1] / stepMm) + 1] as const;
  // The body reaches farther than what is looked at.
  const slices = Math.ceil(420 / stepMm);
  const coarse: Grid = {
    ...stripGrid({ ...grid, size: [size[0], size[1], 1] }, 0, size[1], slices, stepMm),
    spacingMm: [stepMm, stepMm, stepMm],
  };
  const { tissue: drawn } = drawVeil(spine, coarse);
  const sums = new Float32Array(size[0] * size[1]);
  for (let index = 0; index < drawn.length; index++) {
    sums[index % sums.length]! += (weights[drawn[index]!] ?? 1) * stepMm;
  }
  return enlarge(blurWide(sums, size, 1), size, stepMm, grid);
}

const weights: number[] = [];
weights[tissue.air] = 0;
weights[tissue.fat] = 0.86;
weights[tissue.epiduralFat] = 0.88;
weights[tissue.gas] = 0.05;
weights[tissue.lung] = 0.22;
weights[tissue.airway] = 0;

function enlarge(
  values: Float32Array,
  size: readonly [number, number],
  stepMm: number,
  grid: Grid,
): Float32Array {
  const [columns, rows] = grid.size;
  const large = new Float32Array(columns * rows);
  for (let j = 0; j < rows; j++) {
    const y = Math.min(size[1] - 1.001, (j * grid.spacingMm[1]) / stepMm);
    const b = Math.floor(y);
    for (let i = 0; i < columns; i++) {
      const x = Math.min(size[0] - 1.001, (i * grid.spacingMm[0]) / stepMm);
      const a = Math.floor(x);
      const at = a + b * size[0];
      const upper = values[at]! + (x - a) * (values[at + 1]! - values[at]!);
      const lower =
        values[at + size[0]]! + (x - a) * (values[at + size[0] + 1]! - values[at + size[0]]!);
      large[i + j * columns] = upper + (y - b) * (lower - upper);
    }
  }
  return large;
}

/** Nothing but metal weakens more. */
const mostBoneMm = 80;
const perMmBone = 0.05;
const perMmSoft = 0.0185;

/** From what each ray met to what a reader is shown: quanta, scatter, the detector's logarithm,
 *  and the evening out of coarse differences that every console does. */
function develop(
  spine: Spine,
  grid: Grid,
  bone: Float32Array,
  soft: Float32Array,
  view: View,
): Uint16Array {
  const [columns, rows] = grid.size;
  const draw = startDraw(spine.seed + (view === 'AP' ? 31 : 32));
  const grain = startGrain(spine.seed + (view === 'AP' ? 33 : 34));
  const quanta = draw.between(900, 2500);
  const size = [columns, rows] as const;
  const passed = new Float32Array(columns * rows);
  const path = bone.map((mm, index) => mm * perMmBone + Math.max(0, soft[index]!) * perMmSoft);
  // The machine sets itself by what comes through the middle of the patient.
  const set = path.filter((_, index) => index % 13 === 0 && soft[index]! > 60).sort();
  const usual = set[Math.floor(set.length * 0.6)] ?? 0;
  for (let index = 0; index < passed.length; index++)
    passed[index] = Math.exp(usual - path[index]!);
  const scatter = blurWide(passed, size, Math.round(18 / grid.spacingMm[0]));
  const dense = new Float32Array(passed.length);
  for (let index = 0; index < passed.length; index++) {
    const light = passed[index]! * 0.8 + scatter[index]! * 0.2;
    const noisy = light + (grain() * Math.sqrt(Math.max(light, 1e-4))) / Math.sqrt(quanta);
    dense[index] = -Math.log(Math.max(noisy, 1e-3));
  }
  const coarse = blurWide(dense, size, Math.round(24 / grid.spacingMm[0]));
  const finer = blurWide(dense, size, Math.max(1, Math.round(2.2 / grid.spacingMm[0])));
  for (let index = 0; index < dense.length; index++) {
    const d = dense[index]!;
    dense[index] = d - coarse[index]! * 0.72 + (d - finer[index]!) * 0.3;
  }
  const inside = dense.filter(
    (_, index) => index % 17 === 0 && soft[index]! > 40 && bone[index]! < mostBoneMm,
  );
  return expose(grid, dense, inside.sort(), draw.between(0.94, 1.06));
}

/** Greys from the darkest to the brightest hundredth, in an S. */
function expose(
  { size }: Grid,
  dense: Float32Array,
  sample: Float32Array,
  brightness: number,
): Uint16Array {
  const [dark, bright] = [
    sample[Math.floor(sample.length * 0.015)]!,
    sample[Math.floor(sample.length * 0.995)]!,
  ];
  const stored = new Uint16Array(size[0] * size[1]);
  for (let index = 0; index < stored.length; index++) {
    const share = Math.min(1, Math.max(0, (dense[index]! - dark) / (bright - dark)));
    const curved = share * share * (3 - 2 * share) * 0.45 + share ** 0.8 * 0.55;
    stored[index] = Math.min(4095, Math.max(0, Math.round(curved * 3900 * brightness + 60)));
  }
  return stored;
}
