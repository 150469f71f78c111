import type { Level } from '../../../spine/index.ts';

export const conditions = [
  'spinal_canal_stenosis',
  'left_neural_foraminal_narrowing',
  'right_neural_foraminal_narrowing',
  'left_subarticular_stenosis',
  'right_subarticular_stenosis',
] as const;

export const discs = [
  ['L1', 'L2'],
  ['L2', 'L3'],
  ['L3', 'L4'],
  ['L4', 'L5'],
  ['L5', 'S1'],
] as const satisfies readonly (readonly [Level, Level])[];

/** `spinal_canal_stenosis_l1_l2`. */
export function columnOf(condition: string, levels: readonly Level[]): string {
  return [condition, ...levels].join('_').toLowerCase();
}

/** The same from a row of the coordinates: `Spinal Canal Stenosis`, `L1/L2`. */
export function columnOfPoint(condition: string, level: string): string {
  return `${condition} ${level}`.toLowerCase().replace(/[\s/]+/g, '_');
}
