import type { LevelSide } from '../../../spine/levels/index.ts';
import { judgeSides } from '../levels/sides.ts';
import { placeOf } from './match-tuples.ts';
import type { Tuple } from './tuple.ts';

/** The sides of each finding that both reports state at the same level. */
export function compareSides(
  expected: readonly Tuple[],
  said: readonly Tuple[],
): ReturnType<typeof judgeSides>[] {
  const given = sidesByPlace(said);
  return [...sidesByPlace(expected)].flatMap(([place, sides]) => {
    const saidSides = given.get(place);
    return saidSides === undefined ? [] : [judgeSides(sides, saidSides)];
  });
}

function sidesByPlace(tuples: readonly Tuple[]): Map<string, Set<LevelSide>> {
  const places = new Map<string, Set<LevelSide>>();
  for (const tuple of tuples) {
    const sides = places.get(placeOf(tuple)) ?? new Set<LevelSide>();
    if (tuple.side !== null) sides.add(tuple.side);
    places.set(placeOf(tuple), sides);
  }
  return places;
}
