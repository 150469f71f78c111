import type { Unit } from './markdown/unit.ts';

/** A label that a picture bears, where its caption stands. */
export type Bearing = { key: string; unit: number; text: string; isContinued: boolean };

export type Chapters = (unit: number) => number;

const chapterWord =
  /^[\s*_#]*(?:chapter|part|article|section\s+\d|case\s+report|appendix|第\s*[\d一二三四五六七八九十百]+\s*[章篇部编])/i;
const referencesWord =
  /^[\s*_#]*(?:\d+[.\s]*)?(?:references?|bibliography|literature|参\s*考\s*文\s*献)/i;

/** Where the numbers of figures start again, a chapter does; each label counts within its own. Gives
 *  the chapter of a unit. */
export function splitChapters(
  text: string,
  units: readonly Unit[],
  bearings: readonly Bearing[],
  cites: (unit: number, keys: ReadonlySet<string>) => boolean,
): Chapters {
  const borders: number[] = [];
  let seen = new Map<string, string>();
  bearings.forEach((bearing, index) => {
    const before = bearings[index - 1];
    if (before && seen.has(bearing.key) && startsAgain(units, bearings, index, seen)) {
      borders.push(findBorder(text, units, before.unit, bearings, index, seen, cites));
      seen = new Map();
    }
    seen.set(bearing.key, bearing.text);
  });
  return unit => countUpTo(borders, unit);
}

function startsAgain(
  units: readonly Unit[],
  bearings: readonly Bearing[],
  index: number,
  seen: ReadonlyMap<string, string>,
): boolean {
  const [before, bearing, next] = [bearings[index - 1]!, bearings[index]!, bearings[index + 1]];
  if (bearing.isContinued || seen.get(bearing.key) === bearing.text) return false;
  if (bearing.key === before.key) {
    for (let unit = before.unit + 1; unit < bearing.unit; unit++)
      if (units[unit]!.kind === 'heading' && units[unit]!.level <= 2) return true;
    return false;
  }
  return numberOf(bearing.key) <= 2 || !next || seen.has(next.key);
}

function numberOf(key: string): number {
  return Number(/(\d+)$/.exec(key)?.[1] ?? 1);
}

/** The heading of the new chapter, if there is one; else where it is first spoken of its figure. */
function findBorder(
  text: string,
  units: readonly Unit[],
  from: number,
  bearings: readonly Bearing[],
  index: number,
  seen: ReadonlyMap<string, string>,
  cites: (unit: number, keys: ReadonlySet<string>) => boolean,
): number {
  const own = bearings[index]!;
  const after = new Set<string>();
  for (let at = index; at < bearings.length && !after.has(bearings[at]!.key); at++)
    after.add(bearings[at]!.key);
  const onlyBefore = new Set([...seen.keys()].filter(key => !after.has(key)));
  let earliest = from + 1;
  for (let unit = from + 1; unit < own.unit; unit++)
    if (cites(unit, onlyBefore)) earliest = unit + 1;
  let border = -1;
  let best = Number.POSITIVE_INFINITY;
  let isBehindReferences = false;
  for (let unit = from + 1; unit < own.unit; unit++) {
    const { kind, level, start } = units[unit]!;
    if (kind !== 'heading') continue;
    const title = text.slice(start, start + 80);
    const rank =
      chapterWord.test(title) || isBehindReferences ? 0 : level + (unit < earliest ? 0.5 : 0);
    isBehindReferences = referencesWord.test(title);
    if (rank < best) {
      best = rank;
      border = unit;
    }
  }
  if (border >= 0) return border;
  for (let unit = earliest; unit < own.unit; unit++)
    if (cites(unit, new Set([own.key]))) return unit;
  return own.unit - precedingPictures(units, own.unit);
}

function precedingPictures(units: readonly Unit[], unit: number): number {
  let count = 0;
  while (unit - count - 1 >= 0 && units[unit - count - 1]!.kind === 'picture') count++;
  return count;
}

function countUpTo(borders: readonly number[], unit: number): number {
  let [low, high] = [0, borders.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (borders[middle]! <= unit) low = middle + 1;
    else high = middle;
  }
  return low;
}
