import { LEVELS, type Level } from '../../../spine/index.ts';
import type { MaskValue } from './layout.ts';

/** C1 to C7 are 1 to 7, T1 to T12 8 to 19, L1 to L6 20 to 25, T13 is 28; the sacrum has none. */
export function verseLabel(level: Level): number {
  if (level === 'T13') return 28;
  const number = Number(level.slice(1));
  const before = { C: 0, T: 7, L: 19 }[level[0]!];
  return before === undefined || !LEVELS.includes(level) ? 0 : before + number;
}

export const verseMaskValue: MaskValue = structure =>
  structure.kind === 'vertebra' ? verseLabel(structure.level) : 0;
