import { areAdjacent, isLevel, levelsBetween } from './arithmetic.ts';
import type { Level, RootLevel } from './level.ts';

/** `L4/L5`, the upper level first however it was written. */
export function nameDisc(a: Level, b: Level): string {
  const [upper, lower] = levelsBetween(a, b) as [Level, Level];
  return `${upper}/${lower}`;
}

/** `L2-S1`; a range of one is that level. */
export function nameRange(levels: readonly RootLevel[]): string {
  const [first, last] = [levels[0]!, levels.at(-1)!];
  return first === last ? first : `${first}-${last}`;
}

/** The discs and motion segments of a spine without variants, from C1/C2 down. */
export const DISCS: readonly string[] = levelsBetween('C1', 'Co')
  .slice(1)
  .map((lower, index, all) => nameDisc(index === 0 ? 'C1' : all[index - 1]!, lower));

/** The two vertebrae of a name such as `L5/S1`; null for any other text. */
export function discLevels(name: string): [Level, Level] | null {
  const [upper, lower, ...rest] = name.split('/');
  if (rest.length > 0 || upper === undefined || lower === undefined) return null;
  if (!isLevel(upper) || !isLevel(lower) || !areAdjacent(upper, lower)) return null;
  return nameDisc(upper, lower) === name ? [upper, lower] : null;
}
