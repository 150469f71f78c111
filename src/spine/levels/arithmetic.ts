import { LEVELS, type Level, type RootLevel, type SpinalRegion } from './level.ts';

const REGION_OF_LETTER: Readonly<Record<string, SpinalRegion>> = {
  C: 'cervical',
  T: 'thoracic',
  L: 'lumbar',
  S: 'sacral',
};

const INDEX: ReadonlyMap<string, number> = new Map(LEVELS.map((level, index) => [level, index]));

/** Places on a spine without variants: T13, L6 and the C8 root stand half-way between their neighbours. */
const PLACES: ReadonlyMap<string, number> = placesOfLevels();

function placesOfLevels(): Map<string, number> {
  const places = new Map<string, number>([['C8', 6.5]]);
  let place = 0;
  for (const level of LEVELS) {
    if (isVariant(level)) places.set(level, place - 0.5);
    else places.set(level, place++);
  }
  return places;
}

export function isLevel(value: string): value is Level {
  return INDEX.has(value);
}

function isVariant(level: Level): boolean {
  return level === 'T13' || level === 'L6';
}

/** Place in LEVELS. */
export function levelIndex(level: Level): number {
  return INDEX.get(level)!;
}

export function compareLevels(a: RootLevel, b: RootLevel): number {
  return PLACES.get(a)! - PLACES.get(b)!;
}

/** Steps from one level to the other; a variant is one step from either neighbour and lengthens no other way. */
export function levelDistance(a: RootLevel, b: RootLevel): number {
  return Math.ceil(Math.abs(compareLevels(a, b)));
}

/** Whether a disc or joint can lie between the two; T12/L1 and T13/L1 both can. */
export function areAdjacent(a: Level, b: Level): boolean {
  return levelDistance(a, b) === 1;
}

/** All levels from one end to the other, ends included, from the top down; a variant counts only as an end. */
export function levelsBetween(a: Level, b: Level): Level[] {
  const [first, last] = [levelIndex(a), levelIndex(b)].sort((x, y) => x - y) as [number, number];
  return LEVELS.slice(first, last + 1).filter(
    level => !isVariant(level) || level === a || level === b,
  );
}

export function regionOf(level: RootLevel): SpinalRegion {
  return level === 'Co' ? 'coccygeal' : REGION_OF_LETTER[level[0]!]!;
}

/** Shared levels over all levels (Jaccard); two empty sets agree fully. */
export function levelOverlap(a: Iterable<RootLevel>, b: Iterable<RootLevel>): number {
  const [left, right] = [new Set(a), new Set(b)];
  const union = left.union(right).size;
  return union === 0 ? 1 : left.intersection(right).size / union;
}
