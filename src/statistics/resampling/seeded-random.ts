import { requireCount } from '../preconditions.ts';

/** A source of equally likely whole numbers from 0 up to, not including, `bound`. */
export type RandomIndex = (bound: number) => number;

/** The same numbers, as many at once as there is room for. */
export type RandomIndices = (bound: number, into: Uint32Array) => void;

const TWO_TO_32 = 2 ** 32;

export function seededRandom(seed: number): RandomIndex {
  const draw = seededIndices(seed);
  const one = new Uint32Array(1);
  return bound => {
    draw(bound, one);
    return one[0]!;
  };
}

/**
 * xoshiro128** (Blackman & Vigna 2018), seeded through splitmix32. Written here and not taken from a
 * package: a printed interval has to come out the same from the same seed for as long as it is quoted,
 * whatever a package does in its next version.
 */
export function seededIndices(seed: number): RandomIndices {
  requireCount(seed, 'seed');
  const state = Int32Array.from(splitmix32(seed));
  return (bound, into) => drawIndices(state, bound, into);
}

/** One loop with all of it at hand: intervals draw tens of millions. */
export function drawIndices(state: Int32Array, bound: number, into: Uint32Array): void {
  const width = Math.floor(TWO_TO_32 / bound);
  let [a, b, c, d] = state as unknown as [number, number, number, number];
  for (let i = 0; i < into.length; ) {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    const index = Math.floor(result / width);
    // What lies past `bound` slices of equal width would favour the low indices; it is drawn again.
    if (index < bound) into[i++] = index;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}

function* splitmix32(seed: number): Generator<number> {
  // Both halves of a 53-bit seed count, so that 1 and 2 ** 32 + 1 differ.
  let state = (seed ^ Math.imul(Math.floor(seed / TWO_TO_32), 0x9e3779b1)) | 0;
  for (let i = 0; i < 4; i++) {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    yield mixed ^ (mixed >>> 15);
  }
}
