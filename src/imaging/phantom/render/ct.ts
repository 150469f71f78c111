import type { Grid } from '../../../contracts/imaging/index.ts';
import type { Volume } from '../../volume/volume.ts';
import { type Canvas, marks, type Tissue, tissue } from '../drawing/canvas.ts';
import { newNoise, valueAt } from '../drawing/noise.ts';
import type { Spine } from '../truth/spine.ts';
import { blurAxis } from './blur.ts';
import { startGrain } from './grain.ts';

/** Hounsfield units. */
const units: Record<Tissue, number> = {
  air: -1000,
  skin: 10,
  fat: -100,
  muscle: 55,
  ligament: 75,
  disc: 85,
  fluid: 12,
  cord: 36,
  nerve: 32,
  blood: 48,
  organ: 62,
  bowel: 42,
  gas: -880,
  content: 22,
  lung: -850,
  airway: -990,
  flavum: 70,
  brain: 36,
  metal: 4000,
  epiduralFat: -70,
  kidney: 36,
  interspinous: 32,
  strand: -60,
};

const cortexMm = { arch: 1.25, body: 0.75 };

export function renderCt(spine: Spine, canvas: Canvas): Volume {
  const { grid } = canvas;
  const values = attenuationOf(spine, canvas);
  const edge = Math.min(0.22, 0.16 / grid.spacingMm[0]);
  for (const axis of [0, 1, 2] as const) blurAxis(values, grid.size, axis, edge);
  const grain = startGrain(spine.seed + 11);
  const noiseUnits = 14;
  const stored = new Int16Array(values.length);
  let before = 0;
  for (let index = 0; index < values.length; index++) {
    // Neighbours share some of their noise, as after any reconstruction.
    const fresh = grain();
    const noise = (fresh + before * 0.6) * noiseUnits;
    before = fresh;
    stored[index] = Math.min(3071, Math.max(-1024, Math.round(values[index]! + noise)));
  }
  const rescale = { slope: 1, intercept: 0 };
  return { grid, values: stored, rescale, window: { center: 350, width: 1500 }, modality: 'CT' };
}

/** What each voxel's tissue weakens, before any blur or noise. */
function attenuationOf(spine: Spine, canvas: Canvas): Float32Array {
  const { grid, boneMm, tissue: drawn, disc, depth, mark } = canvas;
  const table = new Float32Array(32);
  for (const [name, code] of Object.entries(tissue)) table[code] = units[name as Tissue];
  const spongy = Math.min(290, Math.max(45, 190 + 44 * spine.tScore));
  const cortical = 1180 + 40 * spine.tScore;
  const noise = newNoise(spine.seed + 5);
  const values = new Float32Array(boneMm.length);
  const steps = stepsFor(grid);
  const half = grid.spacingMm[0] * 0.5;
  let index = 0;
  for (let k = 0; k < grid.size[2]; k++) {
    for (let j = 0; j < grid.size[1]; j++) {
      for (let i = 0; i < grid.size[0]; i++, index++) {
        const code = drawn[index]!;
        let value = table[code]!;
        if (code === tissue.disc) {
          const grade = spine.discs[disc[index]! - 1]!.pfirrmann;
          value += depth[index]! * 0.1 - 10;
          if (grade === 5 && depth[index]! < 120 && valueAt(noise, i >> 1, j >> 1, k >> 1) > 0)
            value = -450;
        }
        const b = boneMm[index]!;
        if (b < half) {
          const share = b > -half ? (half - b) / (2 * half) : 1;
          const inner = -b - (mark[index] === marks.arch ? cortexMm.arch : cortexMm.body);
          const grain = valueAt(noise, steps.fine[i]!, steps.fine[j]!, steps.long[k]!) * 95;
          const coarse = valueAt(noise, steps.coarse[i]!, steps.coarse[j]!, steps.coarse[k]!) * 30;
          let core = spongy + grain + coarse;
          if (mark[index] === marks.modic3) core += 320;
          else if (mark[index] === marks.vein) core = 40;
          else if (mark[index] === marks.oedema) core += 110;
          // The vein leaves through a gap in the shell.
          const isCore = inner > 1 || mark[index] === marks.vein;
          const mix = isCore ? 0 : inner < 0 ? 1 : 1 - inner;
          const bone = cortical * mix + core * (1 - mix);
          value += (bone - value) * share;
        }
        values[index] = value;
      }
    }
  }
  return values;
}

/** Which value of the noise a voxel takes: trabeculae are finer across than along the body. */
function stepsFor({ size, spacingMm }: Grid) {
  const longest = Math.max(...size);
  const by = (mm: number) =>
    Int32Array.from({ length: longest }, (_, at) => Math.round((at * spacingMm[0]) / mm));
  return { fine: by(1.1), long: by(2.6), coarse: by(4) };
}
