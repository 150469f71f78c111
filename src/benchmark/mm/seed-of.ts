import { hash } from 'node:crypto';

/** A number from 0 to 2^32 - 1 that follows from what it is for: the same whatever else is built,
 *  and in whatever order. */
export function seedOf(...parts: (string | number | null)[]): number {
  return Number.parseInt(hash('sha256', JSON.stringify(parts), 'hex').slice(0, 8), 16);
}
