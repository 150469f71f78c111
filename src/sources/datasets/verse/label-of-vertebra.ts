import type { Level } from '../../../spine/index.ts';
import { LEVELS } from '../../../spine/index.ts';

/** T13 stands at 28, behind all others; 26 and 27 are not used. */
const numbered = LEVELS.filter(level => /^(C\d|[TL])/.test(level) && level !== 'T13');

/** The vertebra that a number stands for in masks and centres. */
export function vertebraOfLabel(label: number): Level | undefined {
  return label === 28 ? 'T13' : numbered[label - 1];
}

/** All of them, as a mask names them. */
export const vertebraLabels: Readonly<Record<string, string>> = Object.fromEntries([
  ...numbered.map((level, at) => [String(at + 1), level]),
  ['28', 'T13'],
]);
