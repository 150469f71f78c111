import { tissue } from '../drawing/canvas.ts';
import { eased, type Noise, smoothAt } from '../drawing/noise.ts';
import { brainDistance } from '../shapes/skull.ts';
import type { Spine } from '../truth/spine.ts';
import type { Backbones } from './backbone.ts';
import type { Beside, Landmarks } from './beside.ts';
import { chestAt } from './chest.ts';
import { neckAt } from './neck.ts';

/** Points of patient space in a level row. */
export type Row = { x: number; y: number; z: number; stepX: number; stepY: number };

/** Fills a row with the tissues that are there where neither bone nor disc nor canal is. */
export function tissueBeside(
  spine: Spine,
  heights: Backbones,
  noise: Noise,
): (tissues: Uint8Array, row: Row) => void {
  const landmarks: Landmarks = { heights, noise, spine };
  const [neck, chest] = [neckAt(landmarks), chestAt(landmarks)];
  const { centreMm: atlas } = spine.vertebrae[0]!;
  const belowNeck = heights.heightOf(7.2);
  const fat = spine.fatMm;
  const beside: Beside = { out: 0.5, back: 0.5, z: 0.5, under: 0.5, row: heights.at(0) };
  return (tissues, { x: startX, y: startY, z, stepX, stepY }) => {
    const row = heights.at(z);
    const half = row.torsoDepth / 2;
    const boxy = 0.2 + 0.35 * eased((row.place - 5) / 3);
    const trunk = eased((row.place - 5.5) / 4);
    const lean = 0.7 + 0.3 * eased((row.place - 12) / 5);
    const mayBeBrain = z > atlas[2] + 8;
    for (let at = 0; at < tissues.length; at++) {
      const x = startX + at * stepX;
      const y = startY + at * stepY;
      const p = (x - row.x * 0.6) / row.halfTorso;
      // The furrow of the back.
      const off = x - row.x;
      const isFurrow = y > row.canalY && off > -50 && off < 50;
      const furrow = isFurrow ? 7 * Math.exp((off * off) / -420) : 0;
      const q = (y + furrow - (row.skinY - half)) / half;
      const p2 = p * p;
      const q2 = q * q;
      const oval = Math.sqrt(p2 + q2);
      if (oval > 1.19) {
        tissues[at] = tissue.air;
        continue;
      }
      const round = (1 - boxy) * oval + boxy * Math.sqrt(Math.sqrt(p2 * p2 + q2 * q2));
      const under = (1 - round) * Math.min(half, row.halfTorso);
      if (under < 2) {
        tissues[at] = under < 0 ? tissue.air : tissue.skin;
        continue;
      }
      if (mayBeBrain && brainDistance(x - atlas[0], y - atlas[1], z - atlas[2]) < 0) {
        tissues[at] = tissue.brain;
        continue;
      }
      const back = y - row.frontY;
      const behind = back - (row.canalY - row.frontY);
      const ofNeck = (3 + fat * 0.35) * (1 + 0.6 * eased((behind + 5) / 35));
      const ofTrunk = fat * (1.1 + (lean - 1.1) * eased(q * 1.6 + 0.5));
      const thick = ofNeck + trunk * (ofTrunk - ofNeck);
      if (under < thick) {
        tissues[at] = trunk > 0.5 && strands(noise, x, y, z) ? tissue.strand : tissue.fat;
        continue;
      }
      beside.out = off;
      beside.back = back;
      beside.z = z;
      beside.under = under - thick;
      beside.row = row;
      // The neck reaches farther down in front, and to no straight line.
      let above = z - belowNeck - 0.3 * back;
      if (above > -14 && above < 14) above -= 14 * smoothAt(noise, off / 21, back / 21, z / 21);
      tissues[at] = above > 0 ? neck(beside) : chest(beside);
    }
  };
}

/** Thin walls between lobules of fat. */
function strands(noise: Noise, x: number, y: number, z: number): boolean {
  return Math.abs(smoothAt(noise, x / 11, y / 7, z / 13)) < 0.016;
}
