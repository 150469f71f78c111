import { compareLevels, levelsBetween } from '../arithmetic.ts';
import type { Level } from '../level.ts';
import {
  hasRegionSign,
  isChinese,
  type LevelNotation,
  ordinalOf,
  renderLevel,
  renderOrdinal,
  sharesRegion,
} from './render-level.ts';

/** What stands between the two levels of a disc or a range. */
export const LEVEL_JOINS = ['slash', 'hyphen', 'dash', 'tilde', 'word'] as const;

export type LevelJoin = (typeof LEVEL_JOINS)[number];

const SIGNS: Readonly<Record<Exclude<LevelJoin, 'word'>, string>> = {
  slash: '/',
  hyphen: '-',
  dash: '–',
  tilde: '～',
};

/** A disc or motion segment: L4/5, L4/L5, 腰5-骶1; `short` leaves the second region out where it is the first's. */
export function renderDisc(
  upper: Level,
  lower: Level,
  notation: LevelNotation,
  join: LevelJoin = 'slash',
  short = false,
): string {
  const noun = isChinese(notation) ? '椎间盘' : ' disc';
  if (!hasRegionSign(notation)) {
    return isChinese(notation)
      ? `${renderLevel(upper, notation)}与${renderLevel(lower, notation)}之间`
      : `between the ${renderLevel(upper, notation)} and the ${renderLevel(lower, notation)}`;
  }
  return renderPair(upper, lower, notation, join, short) + noun;
}

/** All vertebrae from one to the other: L2-S1, 腰2至骶1, T10 to L2. */
export function renderRange(
  first: Level,
  last: Level,
  notation: LevelNotation,
  join: LevelJoin = 'hyphen',
  short = false,
): string {
  const pair = renderPair(first, last, notation, join, short);
  if (isChinese(notation)) return `${pair}椎体`;
  return hasRegionSign(notation) ? `${pair} vertebrae` : pair;
}

function renderPair(
  a: Level,
  b: Level,
  notation: LevelNotation,
  join: LevelJoin,
  short: boolean,
): string {
  const isShort = short && hasRegionSign(notation) && sharesRegion(a, b);
  const second = isShort ? renderOrdinal(ordinalOf(b), notation) : renderLevel(b, notation);
  return renderLevel(a, notation) + joiner(notation, join) + second;
}

function joiner(notation: LevelNotation, join: LevelJoin): string {
  if (join !== 'word' && hasRegionSign(notation)) return SIGNS[join];
  return isChinese(notation) ? '至' : ' to ';
}

/**
 * Any set of vertebrae as one phrase: runs of three and more as ranges, the rest as a list. What
 * `readLevels` finds in it is the set again.
 */
export function renderLevelSet(levels: Iterable<Level>, notation: LevelNotation): string {
  const parts = runsOf([...new Set(levels)].sort(compareLevels)).map(run =>
    run.length > 2 && hasRegionSign(notation)
      ? renderPair(run[0]!, run.at(-1)!, notation, 'word', false)
      : run.map(level => renderLevel(level, notation)),
  );
  const list = joinList(parts.flat(), notation);
  if (list === '' || !hasRegionSign(notation)) return list;
  return isChinese(notation) ? `${list}椎体` : `${list} vertebrae`;
}

/** Runs without a gap, such as a range would give back: a variant inside breaks one. */
function runsOf(levels: readonly Level[]): Level[][] {
  const runs: Level[][] = [];
  for (const level of levels) {
    const run = runs.at(-1);
    const extended = run && levelsBetween(run[0]!, level);
    if (extended && extended.length === run.length + 1 && isAll(extended, run)) run.push(level);
    else runs.push([level]);
  }
  return runs;
}

function isAll(extended: readonly Level[], run: readonly Level[]): boolean {
  return run.every((level, index) => extended[index] === level);
}

function joinList(parts: readonly string[], notation: LevelNotation): string {
  if (isChinese(notation)) return parts.join('、');
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
