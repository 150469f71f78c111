/** A seeded source of chance: the same articles in every run. */
export type Chance = {
  next: () => number;
  pick: <T>(from: readonly T[]) => T;
  /** A whole number below. */
  below: (limit: number) => number;
  odds: (share: number) => boolean;
};

export function chanceFrom(seed: number): Chance {
  let state = (seed * 2654435761) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { next, below, pick: from => from[below(from.length)]!, odds: share => next() < share };
}
