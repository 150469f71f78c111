import { tissue } from '../drawing/canvas.ts';
import { smoothAt } from '../drawing/noise.ts';
import type { Beside, Landmarks } from './beside.ts';
import { muscleAt } from './muscles.ts';

const oval = (x: number, y: number, a: number, b: number) => (x / a) ** 2 + (y / b) ** 2;

/** Psoas beside the spine, kidneys, liver, and bowel in fat. */
export function abdomenAt(landmarks: Landmarks): (beside: Beside) => number {
  const { heights, noise } = landmarks;
  const at = (place: number) => heights.heightOf(place);
  const [kidneyZ, liverZ, spleenZ] = [at(20), at(20.6), at(18.6)];
  const [psoasTop, psoasFull] = [at(19), at(23.4)];
  return beside => {
    const { out, back, z, under, row } = beside;
    const side = Math.abs(out);
    const behind = back - (row.canalY - row.frontY);
    const depth = row.canalY - row.frontY;
    const full = Math.min(1, Math.max(0, (psoasTop - z) / (psoasTop - psoasFull)));
    if (full > 0) {
      const [wide, deep] = [6 + 15 * full, 8 + 15 * full];
      if (oval(side - row.halfWidth - 3 - wide * 0.85, back - depth * 0.5, wide, deep) < 1)
        return muscleAt(landmarks, beside);
    }
    const quadratus = oval(side - row.halfWidth - 42, behind + 8, 22, 9);
    if (quadratus < 1) return muscleAt(landmarks, beside);
    if (under < 15 && (under < 13 || back > 10))
      return Math.abs(under - 5) < 0.7 || Math.abs(under - 9.5) < 0.7
        ? tissue.fat
        : muscleAt(landmarks, beside);
    const kidneyX = (side - row.halfWidth - 33) / 24;
    const kidney =
      kidneyX ** 2 +
      ((back - depth * 0.3) / 23) ** 2 +
      ((z - kidneyZ + (out < 0 ? 12 : 0)) / 50) ** 2;
    if (kidney < 1) return kidney < 0.22 && kidneyX < 0.2 ? tissue.fat : tissue.kidney;
    if (kidney < 1.7) return tissue.fat;
    const edge = liverZ - (out + 24) * 0.25 - back * 0.2;
    const liver = back < 26 - (side - 60) ** 2 * 0.004;
    if (out < -16 - smoothAt(noise, 5, back / 30, z / 30) * 8 && z > edge && liver)
      return tissue.organ;
    if (out > 70 && z > spleenZ) return tissue.organ;
    const behindGut = smoothAt(noise, out / 26, 4, z / 26) * 9 - side * 0.12;
    if (back > -14 + behindGut)
      return Math.abs(smoothAt(noise, out / 10, back / 10, z / 13)) < 0.02
        ? tissue.strand
        : tissue.fat;
    return bowelAt(noise, beside);
  };
}

/** Loops: their inside, their wall, and the fat between them; gas rises to the front. */
function bowelAt(noise: Landmarks['noise'], { out, back, z }: Beside): number {
  const loop = smoothAt(noise, out / 30 + 5, back / 30, z / 30);
  if (loop < 0.02) {
    const vessel = Math.abs(smoothAt(noise, out / 12, back / 12 + 9, z / 12));
    return vessel < 0.02 ? tissue.bowel : tissue.fat;
  }
  if (loop < 0.11) return tissue.bowel;
  const gassy = smoothAt(noise, out / 34, back / 34 + 7, z / 34) - (back + 60) / 260;
  return gassy > 0.3 && loop > 0.16 ? tissue.gas : tissue.content;
}
