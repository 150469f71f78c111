import { hash } from 'node:crypto';

export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number;
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
};

/** Numbers that follow from the words given and from nothing else: SFC32, started from their
 *  sha256. */
export function createRandom(...from: Array<string | number>): Random {
  const start = hash('sha256', from.join('\n'), 'buffer');
  let a = start.readInt32LE(0);
  let b = start.readInt32LE(4);
  let c = start.readInt32LE(8);
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { next, below, pick: list => list[below(list.length)]! };
}
