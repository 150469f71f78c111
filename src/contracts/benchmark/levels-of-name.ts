import { isLevel, JUNCTIONS, levelsBetween, type RootLevel } from '../../spine/levels/index.ts';

/**
 * The vertebrae or roots behind a level's name as the level reader gives it: `L4`, `L4/L5`, `L2-S1`,
 * `lumbosacral`. Null for anything else, other spellings included: what is stored is a name.
 */
export function levelsOfName(name: string): readonly RootLevel[] | null {
  if (name === 'C8') return ['C8'];
  if (isLevel(name)) return [name];
  const junction = JUNCTIONS.find(junction => junction.name === name);
  if (junction !== undefined) return junction.levels;
  const [, from, joint, to] = /^([A-Z][a-z\d]{1,2})([/-])([A-Z][a-z\d]{1,2})$/.exec(name) ?? [];
  if (from === undefined || to === undefined) return null;
  const levels = extent(from, to);
  const descends = levels !== null && levels[0] === from && levels.at(-1) === to;
  return descends &&
    levels.length > 1 &&
    (joint === '-' || (levels.length === 2 && levels.every(isLevel)))
    ? levels
    : null;
}

/** C8 is a root below C7 and no vertebra, so a range has it only where it is named. */
function extent(from: string, to: string): readonly RootLevel[] | null {
  if (to === 'C8') return isLevel(from) ? [...levelsBetween(from, 'C7'), 'C8'] : null;
  if (from === 'C8') return isLevel(to) ? ['C8', ...levelsBetween('T1', to)] : null;
  return isLevel(from) && isLevel(to) ? levelsBetween(from, to) : null;
}
