import { totalmem } from 'node:os';

/** Most of what this machine, or the container, has: the database lives here too. */
export function usualMemoryMiB(): number {
  const allowed = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  return Math.floor((Math.min(totalmem(), allowed) * 0.75) / 2 ** 20);
}
