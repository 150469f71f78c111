import { tissue } from '../drawing/canvas.ts';
import { smoothAt } from '../drawing/noise.ts';
import { abdomenAt } from './abdomen.ts';
import type { Beside, Landmarks } from './beside.ts';
import { behindAt, isBehind, muscleAt } from './muscles.ts';
import { vesselsAt } from './vessels.ts';

const oval = (x: number, y: number, a: number, b: number) => (x / a) ** 2 + (y / b) ** 2;

/** Lungs, the great vessels and the heart between them, and what lies under the diaphragm. */
export function chestAt(landmarks: Landmarks): (beside: Beside) => number {
  const { heights, noise } = landmarks;
  const [abdomen, vessels] = [abdomenAt(landmarks), vesselsAt(landmarks)];
  const dome = heights.heightOf(15.6);
  const apex = heights.heightOf(7.6);
  const [heartZ, archZ] = [heights.heightOf(14), heights.heightOf(10.5)];
  return beside => {
    const { out, back, z, under } = beside;
    const side = Math.abs(out);
    if (isBehind(beside)) return behindAt(landmarks, beside);
    if (vessels(beside)) return tissue.blood;
    const reach = back + 58;
    const floor = dome - 0.0028 * (side - 62) ** 2 - 0.0058 * reach * reach;
    if (z < floor - 3) return abdomen(beside);
    if (under < 14)
      return smoothAt(noise, out / 9, back / 9, z / 9) > 0.35
        ? tissue.fat
        : muscleAt(landmarks, beside);
    if (z < floor) return tissue.muscle;
    const past = Math.max(0, (archZ - z) / 12);
    if (oval(out, back + 22, 9, 8) + past * past < 1) return tissue.airway;
    if (oval(out - 2, back + 7, 6, 4) < 1) return tissue.bowel;
    const dip = 0.3 * back + 9 * smoothAt(noise, out / 18, back / 18, 7);
    if (z > apex + dip - 0.006 * (side - 42) ** 2) return muscleAt(landmarks, beside);
    if (oval(out - 22, back + 75, 52, 48) + ((z - heartZ) / 58) ** 2 < 1) return tissue.blood;
    const middle = 16 + Math.max(0, -back) * 0.16;
    if (side < middle && back < 8)
      return smoothAt(noise, out / 12, back / 12, z / 14) > 0 ? tissue.fat : tissue.blood;
    return smoothAt(noise, out / 6, back / 6, z / 6) > 0.66 ? tissue.blood : tissue.lung;
  };
}
