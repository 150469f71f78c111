import { eased } from '../drawing/noise.ts';
import type { Beside, Landmarks } from './beside.ts';

/** Aorta and lower cava, that part before the fourth lumbar vertebra. */
export function vesselsAt({ heights }: Landmarks): (beside: Beside) => boolean {
  const [arch, heart, fork] = [
    heights.heightOf(10.5),
    heights.heightOf(15),
    heights.heightOf(22.3),
  ];
  return ({ out, back, z, row }) => {
    // From beside the spine in the chest to before it in the belly.
    const before = eased((row.place - 14) / 5);
    const left = (row.halfWidth + 3) * (1 - before) + 7 * before;
    const radius = 10.5 - 1.5 * before;
    const parted = tip(fork + 6 - z, 14);
    const [x, y] = [out - left, back - 2 + 13.5 * before];
    if ((x * x + y * y) / (radius * radius) + tip(z - arch, 9) + parted < 1) return true;
    const [u, v] = [(out + 14) / 11, (back + 9) / 7.5];
    if (u * u + v * v + tip(z - heart, 12) + parted < 1) return true;
    if (z > fork + 8) return false;
    const apart = Math.abs(out) - 3 - (fork + 8 - z) * 0.5;
    const [artery, vein] = [back + 10.5, back + 1];
    if (apart * apart + artery * artery < 36) return true;
    const beyond = (apart - 6) / 7;
    return z < fork - 4 && beyond * beyond + (vein * vein) / 25 < 1;
  };
}

/** Rounds off what ends: 0 before the end, 1 so many millimetres after it. */
function tip(pastMm: number, lengthMm: number): number {
  return pastMm > 0 ? (pastMm / lengthMm) ** 2 : 0;
}
