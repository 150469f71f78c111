import { tissue } from '../drawing/canvas.ts';
import { smoothAt } from '../drawing/noise.ts';
import { abdomenAt } from './abdomen.ts';
import type { Beside, Landmarks } from './beside.ts';
import { behindAt, muscleAt } from './muscles.ts';

const oval = (x: number, y: number, a: number, b: number) => (x / a) ** 2 + (y / b) ** 2;

/** Lungs, the great vessels and the heart between them, and what lies under the diaphragm. */
export function chestAt(landmarks: Landmarks): (beside: Beside) => number {
  const { heights, noise } = landmarks;
  const abdomen = abdomenAt(landmarks);
  const dome = heights.heightOf(15.6);
  const apex = heights.heightOf(7.6);
  const [heartZ, archZ] = [heights.heightOf(14), heights.heightOf(10.5)];
  return beside => {
    const { out, back, z, under, row } = beside;
    const side = Math.abs(out);
    const behind = back - (row.canalY - row.frontY);
    if (behind > -4 && side < 14) return behindAt(landmarks, beside);
    if (behind > 6 && side < 62 && behind > side * 0.35 - 12) return behindAt(landmarks, beside);
    if (under < 14)
      return smoothAt(noise, out / 9, back / 9, z / 9) > 0.35
        ? tissue.fat
        : muscleAt(landmarks, beside);
    const floor = dome - 0.0028 * (side - 62) ** 2 - Math.max(0, back + 30) * 0.75;
    if (z < floor - 3) return abdomen(beside);
    if (z < floor) return tissue.muscle;
    if (z > apex - 0.006 * (side - 42) ** 2) return muscleAt(landmarks, beside);
    if (oval(out - row.halfWidth - 3, back - 2, 10.5, 10.5) < 1 && z < archZ) return tissue.blood;
    if (z > archZ && oval(out, back + 22, 9, 8) < 1) return tissue.airway;
    if (oval(out - 2, back + 7, 6, 4) < 1) return tissue.bowel;
    if (oval(out - 22, back + 75, 52, 48) + ((z - heartZ) / 58) ** 2 < 1) return tissue.blood;
    const middle = 16 + Math.max(0, -back) * 0.16;
    if (side < middle && back < 8)
      return smoothAt(noise, out / 12, back / 12, z / 14) > 0 ? tissue.fat : tissue.blood;
    return smoothAt(noise, out / 6, back / 6, z / 6) > 0.66 ? tissue.blood : tissue.lung;
  };
}
