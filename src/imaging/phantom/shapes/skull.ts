import type { Shape, Solid } from '../drawing/shape.ts';
import type { Spine } from '../truth/spine.ts';
import { bar, mirrored } from './bar.ts';

/** What a picture of the neck shows of the head: the vault from below, condyles, face and jaw. */
export function skull({ vertebrae }: Spine): Shape[] {
  const { centreMm } = vertebrae[0]!;
  const axes = { left: [1, 0, 0], back: [0, 1, 0], up: [0, 0, 1] } as const;
  const frame = { centreMm, axes };
  const side = [
    bar([15, -1, 12], [14, -6, 15], [5.5, 5], [1, 0.7, 1]),
    bar([48, -8, 30], [48, -22, -18], [6, 5.5], [2, 0.7, 0.9]),
    bar([48, -22, -18], [22, -84, -26], [7.5, 8], [1.8, 1, 0.8]),
    bar([22, -84, -26], [0, -94, -27], [8, 8], [1, 1.6, 0.8]),
    bar([20, -78, -6], [6, -90, -6], [6, 6], [1, 1, 0.7]),
    bar([44, 4, 14], [44, 6, 2], [10, 5], [1.3, 1, 0.9]),
  ];
  const middle = [vault(), bar([0, -52, 22], [0, -92, 18], [26, 20], [1, 1, 2.6])];
  return [...side, ...side.map(mirrored), ...middle].map(solid => ({ frame, solid }));
}

const brainMm = [68, 88, 62] as const;
/** Middle of the braincase above the atlas. */
export const brainAt = [0, -4, 78] as const;

export function brainDistance(left: number, back: number, up: number): number {
  const [p, q, r] = [left, back - brainAt[1], up - brainAt[2]];
  const [x, y, z] = [p / brainMm[0], q / brainMm[1], r / brainMm[2]];
  const round = Math.sqrt(x * x + y * y + z * z);
  return round < 0.01 ? -60 : Math.sqrt(p * p + q * q + r * r) * (1 - 1 / round);
}

/** A shell, open where the cord goes in. */
function vault(): Solid {
  return {
    low: [-brainMm[0] - 8, brainAt[1] - brainMm[1] - 8, brainAt[2] - brainMm[2] - 8],
    high: [brainMm[0] + 8, brainAt[1] + brainMm[1] + 8, brainAt[2] + brainMm[2] + 8],
    measure(line, distancesMm) {
      let { left, back, up } = line;
      for (let at = 0; at < line.count; at++) {
        const shell = Math.abs(brainDistance(left, back, up) - 3) - 3;
        const [x, y] = [left, back - 9];
        const hole = up < brainAt[2] ? 14 - Math.sqrt(x * x + y * y) : -9;
        distancesMm[at] = shell > hole ? shell : hole;
        left += line.stepLeft;
        back += line.stepBack;
        up += line.stepUp;
      }
    },
  };
}
