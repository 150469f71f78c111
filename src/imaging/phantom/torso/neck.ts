import { tissue } from '../drawing/canvas.ts';
import { eased, smoothAt } from '../drawing/noise.ts';
import type { Beside, Landmarks } from './beside.ts';
import { behindAt } from './muscles.ts';

const oval = (x: number, y: number, a: number, b: number) => (x / a) ** 2 + (y / b) ** 2;

/** Airway, vessels and muscles in front of the neck's spine; long muscles behind. */
export function neckAt(landmarks: Landmarks): (beside: Beside) => number {
  const { heights, noise } = landmarks;
  const larynx = heights.heightOf(4);
  const palate = heights.heightOf(0.3);
  return beside => {
    const { out, back, z, row } = beside;
    const side = Math.abs(out);
    const behind = back - (row.canalY - row.frontY);
    if (behind > 2) return behindAt(landmarks, beside);
    // A slit before the spine above the larynx, the windpipe below it.
    const low = eased((larynx + 14 - z) / 28);
    const high = eased((z - palate + 6) / 12);
    const before = 9 + 14 * low + 3 * high;
    const airway = oval(
      out,
      back + before,
      11 - 2.5 * low + 3 * high,
      3.2 + 5.3 * low + 3.6 * high,
    );
    const above = Math.max(0, (z - palate - 10) / 12);
    if (airway + above * above < 1) return tissue.airway;
    if (low > 0.5) {
      if (airway < 1.45) return tissue.ligament;
      if (oval(out - 3, back + 9, 7, 4) < 1) return tissue.bowel;
      // The thyroid on both sides of it.
      const thyroid = oval(side - 15, back + 21, 8, 12) + ((z - larynx + 44) / 26) ** 2;
      if (thyroid < 1) return tissue.organ;
    }
    // The tongue and the floor of the mouth: muscle with little fat, rounded off below.
    const tongue = oval(side, back + 52, 30, 34 - before * 0.2);
    const under = Math.max(0, (larynx + 30 - z) / 26);
    if (tongue + under * under < 1)
      return smoothAt(noise, out / 5, back / 16, z / 9) > 0.5 ? tissue.fat : tissue.muscle;
    if (oval(side - 25, back + 8, 3.4, 3.4) < 1) return tissue.blood;
    if (oval(side - 33, back + 6, 5.5, 4.2) < 1) return tissue.blood;
    if (side < 15 && back > -6) return tissue.muscle;
    if (Math.abs(oval(side - 30, back + 6, 15, 12) - 1.15) < 0.11) return tissue.fat;
    return smoothAt(noise, out / 13, back / 13, z / 30) > 0.22 ? tissue.fat : tissue.muscle;
  };
}
