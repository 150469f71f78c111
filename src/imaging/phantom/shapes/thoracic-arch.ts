import type { Level } from '../../../spine/index.ts';
import type { Solid } from '../drawing/shape.ts';
import { bar, mirrored } from './bar.ts';
import type { Limits } from './limits.ts';

/** Pedicles, joints, laminae and processes of the chest: broad laminae that lie like tiles, and
 *  spinous processes that point far down in its middle. */
export function thoracicArch(level: Level, limits: Limits): Solid[] {
  const { back, canal: c, depth, height, unit } = limits;
  const number = Number(level.slice(1));
  const at = (share: number) => back + depth * share;
  const half = height / 2;
  const lower = Math.max(0, number - 10);
  const reach = (number >= 11 ? 9 : 19 - number * 0.6) * unit;
  const side = [
    bar(
      [c + 2, back - 5, half * 0.5],
      [c + 2.2, at(0.55), half * 0.45],
      [4.8, 4.6],
      [1.5, 1, 0.82],
    ),
    bar([c + 1, at(0.6), half * 0.5], [c + 1, at(0.68), half + 4.5], [3.6, 3], [0.8, 1.4, 0.9]),
    bar([c - 1, at(0.9), -half * 0.4], [c, at(0.92), -half - 5.5], [3.6, 3], [0.8, 1.4, 0.9]),
    bar([c + 0.5, at(0.68), 1], [1.5, at(1) + 2.5, -4], [5, 5.5], [1, 1.9, 0.5]),
    bar(
      [c + 2.5, at(0.65), half * 0.4],
      [c + 3 + reach, at(0.8) + 7, half * 0.55],
      [4.8, 4.4],
      [1, 1.2, 0.85],
    ),
  ];
  const steep = Math.max(0.12, 1 - Math.abs(number - 6.5) * 0.16);
  const long = (28 - lower * 2) * unit;
  const tip: [number, number, number] = [
    0,
    at(1) + 2 + long * Math.cos(steep * 1.05),
    -7 - long * Math.sin(steep * 1.05),
  ];
  return [
    ...side,
    ...side.map(mirrored),
    bar([0, at(1) + 1, -5], tip, lower > 0 ? [6, 6.5] : [4.4, 3.3], [1.6, 1, 0.9]),
  ];
}
