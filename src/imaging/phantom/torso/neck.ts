import { tissue } from '../drawing/canvas.ts';
import { smoothAt } from '../drawing/noise.ts';
import type { Beside, Landmarks } from './beside.ts';
import { behindAt, muscleAt } from './muscles.ts';

const oval = (x: number, y: number, a: number, b: number) => (x / a) ** 2 + (y / b) ** 2;

/** Airway, vessels and muscles in front of the neck's spine; long muscles behind. */
export function neckAt(landmarks: Landmarks): (beside: Beside) => number {
  const { heights, noise, spine } = landmarks;
  const larynx = heights.heightOf(4);
  const palate = heights.heightOf(0.3);
  const fatMm = 3 + spine.fatMm * 0.35;
  return beside => {
    const { out, back, z, under, row } = beside;
    const side = Math.abs(out);
    const behind = back - (row.canalY - row.frontY);
    if (under < fatMm * (behind > 20 ? 1.6 : 1)) return tissue.fat;
    if (behind > 2) return behindAt(landmarks, beside);
    if (z > larynx) {
      // Pharynx: a slit before the spine, wide above the palate.
      const gap = z > palate ? 8 : 5.5;
      if (oval(out, back + gap + 3.5, z > palate ? 15 : 11, z > palate ? 7 : 3.4) < 1)
        return tissue.airway;
      // The tongue and the floor of the mouth: muscle with little fat.
      if (back < -22 && side < 24) return muscleAt(landmarks, beside);
    } else {
      const windpipe = oval(out, back + 23, 8.5, 8.5);
      if (windpipe < 1) return tissue.airway;
      if (windpipe < 1.5) return tissue.ligament;
      if (oval(out - 3, back + 9, 7, 4) < 1) return tissue.bowel;
      // The thyroid on both sides of it.
      if (z < larynx - 25 && oval(side - 15, back + 21, 8, 12) < 1) return tissue.organ;
    }
    if (oval(side - 25, back + 8, 3.4, 3.4) < 1) return tissue.blood;
    if (oval(side - 33, back + 6, 5.5, 4.2) < 1) return tissue.blood;
    if (side < 15 && back > -6) return tissue.muscle;
    if (Math.abs(oval(side - 30, back + 6, 15, 12) - 1.15) < 0.25) return tissue.fat;
    return smoothAt(noise, out / 13, back / 13, z / 30) > 0.22 ? tissue.fat : tissue.muscle;
  };
}
