import { tissue } from '../drawing/canvas.ts';
import { eased, smoothAt } from '../drawing/noise.ts';
import type { Beside, Landmarks } from './beside.ts';

/** Muscle with fat between its bundles, more of it in the old and near the spine. */
export function muscleAt({ noise, spine }: Landmarks, { out, back, z, row }: Beside): number {
  const lean = 0.52 - Math.max(0, spine.ageYears - 40) * 0.004;
  const bundles = smoothAt(noise, out / 7.5, (back - row.place) / 7.5, z / 46);
  const fine = smoothAt(noise, out / 2.6 + 3, back / 2.6, z / 14);
  return bundles * 0.75 + fine * 0.45 > lean ? tissue.fat : tissue.muscle;
}

/** Where the muscles of the back lie: farther forward and out in the loin than in the chest. */
export function isBehind({ out, back, row }: Beside): boolean {
  const side = Math.abs(out);
  const behind = back - (row.canalY - row.frontY);
  if (behind > -4 && side < 15) return true;
  const loin = eased((row.place - 15) / 4);
  const edge = behind - 18;
  if (behind < 6 - 6 * loin || side > 64 + 12 * loin - 0.016 * edge * edge) return false;
  return behind > side * (0.35 - 0.13 * loin) - 12 + 4 * loin;
}

/** Behind the spine: muscle on either side of the spinous processes and the ligaments between. */
export function behindAt(landmarks: Landmarks, beside: Beside): number {
  const { out, row, z } = beside;
  const side = Math.abs(out);
  const behind = beside.back - (row.canalY - row.frontY);
  // No straight border between left and right, nor where one crosses the slice.
  const torn = side + 1.8 * smoothAt(landmarks.noise, out / 5, behind / 4, z / 5);
  if (torn < 2.2 && behind > 10 && behind < 40) {
    const fibre = smoothAt(landmarks.noise, behind / 9 + z / 7, 2, z / 2.6);
    return behind > 37 ? tissue.ligament : fibre > 0.4 ? tissue.strand : tissue.interspinous;
  }
  if (torn < 3.6 && behind > 8) return tissue.strand;
  // A plane of fat between the deep muscle and the long one.
  const plane = Math.abs(
    Math.hypot((side - 6) * 0.9, behind - 8) - 20 - 5 * smoothAt(landmarks.noise, z / 30, 3, 9),
  );
  if (plane < 0.9 && behind > 4) return tissue.fat;
  return muscleAt(landmarks, beside);
}
