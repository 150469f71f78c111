import type { Level } from '../../../spine/index.ts';
import type { Solid } from '../drawing/shape.ts';
import { bar, mirrored } from './bar.ts';
import type { Limits } from './limits.ts';

const spinousMm: Partial<Record<Level, number>> = {
  C2: 17,
  C3: 11,
  C4: 11,
  C5: 14,
  C6: 18,
  C7: 25,
};

/** Lateral masses like a pillar cut aslant, a hole in each transverse process, forked tips. */
export function cervicalArch(level: Level, limits: Limits): Solid[] {
  const { back, canal: c, depth, height, halfWidth, unit } = limits;
  const at = (share: number) => back + depth * share;
  const half = height / 2;
  const long = (spinousMm[level] ?? 12) * unit;
  const tipUp = level === 'C7' ? -9 : -8;
  const side = [
    bar([c - 2, back - 3, 0], [c + 4, at(0.25), 0], [3, 3]),
    pillar(c + 5.5, at(0.38), 6.2 * unit, level === 'C2' ? half * 0.9 : half),
    bar([c + 3, at(0.6), -1], [1.2, at(1) + 1.5, -3], [4.2, 4.2], [1, 1.9, 0.72]),
    bar([halfWidth - 1, -back * 0.2, -1], [halfWidth + 6.5, -1, -3], [2.4, 2.2]),
    bar([c + 5, at(0.3), -1], [c + 10, at(0.05), -4], [2.6, 2.2]),
    bar([halfWidth + 6.5, -1, -3], [c + 10, at(0.05), -4], [1.6, 1.6]),
    bar(
      [halfWidth - 2.4, -back * 0.45, half - 1],
      [halfWidth - 1.4, back * 0.6, half + 2],
      [2, 2.1],
    ),
    ...(level === 'C7'
      ? []
      : [bar([0, at(1) + long - 3, tipUp + 1], [3.4, at(1) + long + 2.5, tipUp - 2], [2, 1.6])]),
  ];
  return [
    ...side,
    ...side.map(mirrored),
    bar([0, at(1) + 1, -3], [0, at(1) + long, tipUp], spinousRadii(level), [1.35, 1, 0.95]),
    ...(level === 'C2' ? axis(half) : []),
  ];
}

/** At the root and at the tip: large in the second and the last, slender between. */
function spinousRadii(level: Level): [number, number] {
  if (level === 'C2') return [4.6, 4.6];
  return level === 'C7' ? [3.9, 3.7] : [3.2, 2.2];
}

const slant = (38 * Math.PI) / 180;

/** Its ends face up and back, down and front. */
function pillar(out: number, back: number, radiusMm: number, half: number): Solid {
  const [cosine, sine] = [Math.cos(slant), Math.sin(slant)];
  const thick = (half + 2.2) * cosine;
  return {
    low: [out - radiusMm, back - radiusMm, -half - 8],
    high: [out + radiusMm, back + radiusMm, half + 8],
    measure(line, distancesMm) {
      let [x, y, up] = [line.left - out, line.back - back, line.up];
      for (let at = 0; at < line.count; at++) {
        const round = Math.sqrt(x * x + y * y) - radiusMm;
        const flat = Math.abs(up * cosine + y * sine) - thick;
        distancesMm[at] = round > flat ? round : flat;
        x += line.stepLeft;
        y += line.stepBack;
        up += line.stepUp;
      }
    },
  };
}

/** The dens and the shoulders on which the atlas turns. */
function axis(half: number): Solid[] {
  const shoulder = bar([5, -1, half * 0.2], [11.5, 0, half * 0.62], [6.5, 6], [1, 0.95, 1.35]);
  return [
    bar([0, -0.5, half * 0.4], [0, -1.2, half + 6], [6, 4.6]),
    bar([0, -1.2, half + 6], [0, 0, half + 15], [5.2, 4]),
    shoulder,
    mirrored(shoulder),
  ];
}

/** A ring about the dens, with a mass on either side. */
export function atlas(): Solid[] {
  const side = [
    bar([16, 1, 4.5], [15, 1, -4.5], [7.2, 7.4], [0.95, 0.8, 1.3]),
    bar([12, -6, 0], [6, -10, 0], [3.2, 3.4], [1, 1.1, 0.7]),
    bar([6, -10, 0], [0, -11, 0], [3.4, 4], [1, 1.1, 0.7]),
    bar([15, 7, 0], [14, 17, 1], [3, 2.8], [1, 1, 0.75]),
    bar([14, 17, 1], [8, 24, 0], [2.8, 2.8], [1, 1, 0.75]),
    bar([8, 24, 0], [0, 27, -1], [2.8, 3.4], [1, 1, 0.75]),
    bar([20, 2, 0], [33, 4, -1], [4, 3.2], [1, 1, 0.9]),
  ];
  return [...side, ...side.map(mirrored)];
}
