import type { Level } from '../../../spine/index.ts';
import type { Solid } from '../drawing/shape.ts';
import { bar, mirrored } from './bar.ts';
import type { Limits } from './limits.ts';

const transverseMm: Partial<Record<Level, number>> = {
  L1: 20,
  L2: 24,
  L3: 29,
  L4: 23,
  L5: 22,
  L6: 22,
};
const spinousMm: Partial<Record<Level, number>> = { L4: 25, L5: 18, L6: 18 };

/** Pedicles, joints, laminae and processes of the loin. */
export function lumbarArch(level: Level, limits: Limits): Solid[] {
  const { back, canal: c, depth, height, unit } = limits;
  const at = (share: number) => back + depth * share;
  const low = level === 'L5' || level === 'L6';
  const reach = (transverseMm[level] ?? 20) * unit;
  const half = height / 2;
  const wide = low ? 1.5 : 1;
  const side = [
    // pedicle
    bar(
      [c + 3.4 + wide, back - 6, half * 0.44],
      [c + 4 + wide, at(0.5), half * 0.4],
      [6.6, 6.2],
      [1.5 / wide, 1, 0.88],
    ),
    // pars
    bar([c + 3.5, at(0.6), half * 0.35], [c, at(0.88), -half * 0.7], [4.6, 4.4], [1, 1.25, 0.8]),
    // upper joint process
    bar(
      [c + 4.5, at(0.55), half * 0.5],
      [c + 8.4, at(0.68), half + 7.5 * unit],
      [5.4, 4.8],
      [1.15, 0.9, 0.95],
    ),
    // lower joint process
    bar(
      [c - 1.5, at(0.92), -half * 0.6],
      [c + 1.4, at(1.02), -half - 10 * unit],
      [5.2, 4.6],
      [1, 0.95, 0.95],
    ),
    // lamina
    bar([c - 3, at(0.93), -2], [1.5, at(1) + 4.5, -5], [5.5, 5.5], [1, 1.7, 0.56]),
    // transverse process
    bar(
      [c + 6.5, at(0.5), half * 0.3],
      [c + 6 + reach, at(0.78), half * (low ? 0.5 : 0.3)],
      low ? [7.5, 5] : [5.6, 3.9],
      [1, 1.7, 0.8],
    ),
  ];
  const spinous = (spinousMm[level] ?? 29) * unit;
  return [
    ...side,
    ...side.map(mirrored),
    bar([0, at(1) + 3, -5], [0, at(1) + spinous * 0.7, -9], low ? [5.5, 5] : [5.5, 6], [2, 1, 0.8]),
    bar(
      [0, at(1) + spinous * 0.55, low ? -9 : -8],
      [0, at(1) + spinous, low ? -10 : -11],
      low ? [5, 4.6] : [6, 7],
      [1.9, 1, 0.74],
    ),
  ];
}
