import { tissue } from '../drawing/canvas.ts';
import { type Noise, smoothAt } from '../drawing/noise.ts';
import { brainDistance } from '../shapes/skull.ts';
import type { Spine } from '../truth/spine.ts';
import { abdomenAt } from './abdomen.ts';
import type { Backbones } from './backbone.ts';
import type { Beside, Landmarks } from './beside.ts';
import { chestAt } from './chest.ts';
import { neckAt } from './neck.ts';

/** The tissue at a point of patient space, where neither bone nor disc nor canal is. */
export function tissueBeside(
  spine: Spine,
  heights: Backbones,
  noise: Noise,
): (x: number, y: number, z: number) => number {
  const landmarks: Landmarks = { heights, noise, spine };
  const [neck, chest, abdomen] = [neckAt(landmarks), chestAt(landmarks), abdomenAt(landmarks)];
  const { centreMm: atlas } = spine.vertebrae[0]!;
  const belowNeck = heights.heightOf(7.2);
  const fat = spine.fatMm;
  const beside: Beside = { out: 0, back: 0, z: 0, under: 0, row: heights.at(0) };
  return (x, y, z) => {
    const row = heights.at(z);
    const half = row.torsoDepth / 2;
    const p = (x - row.x * 0.6) / row.halfTorso;
    // The furrow of the back.
    const furrow = y > row.canalY ? 7 * Math.exp(-((x - row.x) ** 2) / 420) : 0;
    const q = (y + furrow - (row.skinY - half)) / half;
    const p2 = p * p;
    const q2 = q * q;
    const oval = Math.sqrt(p2 + q2);
    if (oval > 1.19) return tissue.air;
    const boxy = row.place < 6.5 ? 0.2 : 0.55;
    const round = (1 - boxy) * oval + boxy * Math.sqrt(Math.sqrt(p2 * p2 + q2 * q2));
    const under = (1 - round) * Math.min(half, row.halfTorso);
    if (under < 0) return tissue.air;
    if (under < 2) return tissue.skin;
    beside.out = x - row.x;
    beside.back = y - row.frontY;
    beside.z = z;
    beside.under = under;
    beside.row = row;
    if (z > atlas[2] + 8 && brainDistance(x - atlas[0], y - atlas[1], z - atlas[2]) < 0) {
      return tissue.brain;
    }
    if (z > belowNeck) return neck(beside);
    const thick = fat * (q > 0 ? (row.place < 14 ? 0.7 : 1) : 1.1);
    if (under < thick) return strands(noise, x, y, z) ? tissue.muscle : tissue.fat;
    beside.under = under - thick;
    return row.place < 18.2 ? chest(beside) : abdomen(beside);
  };
}

/** Thin walls between lobules of fat. */
function strands(noise: Noise, x: number, y: number, z: number): boolean {
  return Math.abs(smoothAt(noise, x / 11, y / 7, z / 13)) < 0.012;
}
