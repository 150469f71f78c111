import type { Grid } from '../../../contracts/imaging/index.ts';
import type { Volume } from '../../volume/volume.ts';
import { type Canvas, marks, type Tissue, tissue } from '../drawing/canvas.ts';
import { drawAnatomy } from '../drawing/draw-anatomy.ts';
import { newNoise, valueAt } from '../drawing/noise.ts';
import { layBackbone } from '../torso/backbone.ts';
import type { Spine } from '../truth/spine.ts';
import { blurAxis } from './blur.ts';
import { startGrain } from './grain.ts';

export type Weighting = 'T1' | 'T2';

/** Signal, T1 and T2; fat is bright in both, as in fast spin echo. */
const signals: Record<Tissue, readonly [number, number]> = {
  air: [4, 4],
  skin: [420, 260],
  fat: [790, 560],
  muscle: [260, 135],
  ligament: [80, 50],
  disc: [300, 300],
  fluid: [130, 880],
  cord: [340, 310],
  nerve: [300, 300],
  blood: [50, 40],
  organ: [380, 260],
  bowel: [290, 260],
  gas: [8, 8],
  content: [220, 520],
  lung: [25, 25],
  airway: [4, 4],
  flavum: [130, 90],
  brain: [380, 400],
  metal: [2, 2],
  epiduralFat: [740, 560],
  kidney: [300, 520],
  interspinous: [420, 300],
  strand: [560, 400],
};

const nucleusT2 = [0, 790, 640, 390, 190, 110];
const subSlices = 3;

/** The anatomy of a stack of slices, each drawn as several thin ones. */
export type ThickCanvas = { grid: Grid; canvas: Canvas };

export function drawThick(spine: Spine, grid: Grid): ThickCanvas {
  const [columns, rows, slices] = grid.size;
  const thin = grid.spacingMm[2] / subSlices;
  const shift = (-(subSlices - 1) / 2) * thin;
  const fine: Grid = {
    ...grid,
    size: [columns, rows, slices * subSlices],
    spacingMm: [grid.spacingMm[0], grid.spacingMm[1], thin],
    originMm: grid.originMm.map(
      (value, axis) => value + grid.directions[2][axis]! * shift,
    ) as never,
  };
  return { grid, canvas: drawAnatomy(spine, fine, subSlices) };
}

/** What lies in the middle of each thick slice, for masks on its grid. */
export function middleSlices({
  grid,
  canvas,
}: ThickCanvas): Pick<Canvas, 'boneMm' | 'owner' | 'tissue' | 'disc'> {
  const area = grid.size[0] * grid.size[1];
  const thin = <Values extends Float32Array | Uint8Array>(values: Values): Values => {
    const kept = values.slice(0, area * grid.size[2]) as Values;
    for (let slice = 0; slice < grid.size[2]; slice++) {
      const from = (slice * subSlices + 1) * area;
      kept.set(values.subarray(from, from + area), slice * area);
    }
    return kept;
  };
  const { boneMm, owner, tissue: drawn, disc } = canvas;
  return { boneMm: thin(boneMm), owner: thin(owner), tissue: thin(drawn), disc: thin(disc) };
}

export function renderMr(
  spine: Spine,
  { grid, canvas }: ThickCanvas,
  weighting: Weighting,
): Volume {
  const signal = signalOf(spine, canvas, weighting);
  const area = grid.size[0] * grid.size[1];
  const values = new Float32Array(area * grid.size[2]);
  for (let index = 0; index < values.length; index++) {
    const slice = Math.floor(index / area);
    const at = index + slice * area * (subSlices - 1);
    values[index] = (signal[at]! + signal[at + area]! + signal[at + 2 * area]!) / subSlices;
  }
  for (const axis of [0, 1] as const) blurAxis(values, grid.size, axis, 0.22);
  const stored = receive(spine, grid, values, weighting);
  const window = { center: weighting === 'T1' ? 530 : 480, width: weighting === 'T1' ? 1060 : 960 };
  return { grid, values: stored, rescale: { slope: 1, intercept: 0 }, window, modality: 'MRI' };
}

/** A coil that lies at the back hears the front less; noise has two parts, of which the size is
 *  left. */
function receive(
  spine: Spine,
  grid: Grid,
  values: Float32Array,
  weighting: Weighting,
): Uint16Array {
  const grain = startGrain(spine.seed + (weighting === 'T1' ? 21 : 22));
  const heights = layBackbone(spine);
  const stored = new Uint16Array(values.length);
  const deviation = 15;
  let index = 0;
  const sagittal = grid.directions[0][1] === 1;
  for (let k = 0; k < grid.size[2]; k++) {
    for (let j = 0; j < grid.size[1]; j++) {
      const z = sagittal
        ? grid.originMm[2] - j * grid.spacingMm[1]
        : grid.originMm[2] + k * grid.spacingMm[2];
      const { skinY } = heights.at(z);
      for (let i = 0; i < grid.size[0]; i++, index++) {
        const y = grid.originMm[1] + (sagittal ? i * grid.spacingMm[0] : j * grid.spacingMm[1]);
        const far = Math.min(heard.length - 1, Math.max(0, Math.round((skinY - y) * 2)));
        const real = values[index]! * heard[far]! + grain() * deviation;
        const other = grain() * deviation;
        stored[index] = Math.min(4095, Math.round(Math.sqrt(real * real + other * other)));
      }
    }
  }
  return stored;
}

/** How well, by half millimetres under the skin of the back. */
const heard = Float32Array.from({ length: 800 }, (_, halves) => {
  const far = halves / 2;
  return 0.45 + 0.95 * Math.exp(-Math.max(0, far - 30) / 85) - 0.2 * Math.exp(-far / 20);
});

function signalOf(spine: Spine, canvas: Canvas, weighting: Weighting): Float32Array {
  const { grid, boneMm, tissue: drawn, disc, depth, mark } = canvas;
  const which = weighting === 'T1' ? 0 : 1;
  const table = new Float32Array(32);
  for (const [name, code] of Object.entries(tissue)) table[code] = signals[name as Tissue][which];
  const fatty = Math.min(1, Math.max(0, (spine.ageYears - 20) / 60));
  const marrow = which === 0 ? 400 + 190 * fatty : 265 + 125 * fatty;
  const noise = newNoise(spine.seed + 6);
  const marked = markedMarrow(marrow, which);
  const nucleus = spine.discs.map(({ pfirrmann }) => (which === 0 ? 300 : nucleusT2[pfirrmann]!));
  const values = new Float32Array(boneMm.length);
  const [sx, sy, sz] = grid.spacingMm;
  const half = sx * 0.5;
  let index = 0;
  for (let k = 0; k < grid.size[2]; k++) {
    const kk = Math.round((k * sz) / 2.6);
    for (let j = 0; j < grid.size[1]; j++) {
      const jj = Math.round((j * sy) / 2.6);
      for (let i = 0; i < grid.size[0]; i++, index++) {
        const code = drawn[index]!;
        let value = table[code]!;
        if (code === tissue.disc)
          value = discSignal(nucleus[disc[index]! - 1]!, depth[index]! / 255, which);
        const b = boneMm[index]!;
        if (b < half) {
          const share = b > -half ? (half - b) / (2 * half) : 1;
          const speck = valueAt(noise, Math.round((i * sx) / 2.6), jj, kk) * 34;
          const core = marked[mark[index]!]! + speck;
          const inner = -b - (mark[index] === marks.arch ? 0.6 : 0.5);
          // The vein leaves through a gap in the shell.
          const isCore = inner > 0.6 || mark[index] === marks.vein;
          const mix = isCore ? 0 : inner < 0 ? 1 : 1 - inner / 0.6;
          value += (34 * mix + core * (1 - mix) - value) * share;
        }
        values[index] = value;
      }
    }
  }
  return values;
}

/** By mark. */
function markedMarrow(marrow: number, which: 0 | 1): number[] {
  const by: number[] = [marrow];
  by[marks.modic1] = which === 0 ? marrow * 0.5 : marrow * 1.75;
  by[marks.modic2] = which === 0 ? marrow * 1.5 : marrow * 1.45;
  by[marks.modic3] = marrow * 0.33;
  by[marks.arch] = marrow;
  by[marks.vein] = which === 0 ? marrow * 0.55 : marrow * 1.8;
  by[marks.oedema] = which === 0 ? marrow * 0.5 : marrow * 1.5;
  return by;
}

/** Bright inside by how much water is left, dark at the rim. */
function discSignal(nucleus: number, round: number, which: 0 | 1): number {
  const rim = which === 0 ? 190 : 75;
  const t = Math.min(1, Math.max(0, (round - 0.54) / 0.32));
  const soft = t * t * (3 - 2 * t);
  return nucleus + (Math.min(rim, nucleus) - nucleus) * soft;
}
