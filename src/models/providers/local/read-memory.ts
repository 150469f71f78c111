import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';

/** Elsewhere the process has to say it itself, which it cannot while the runtime computes. */
export const canReadMemory = process.platform === 'linux';

export function readResidentMiB(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    // It has just ended.
    return 0;
  }
}

/** Most of what this machine, or the container, has: the database lives here too. */
export function usualMemoryMiB(): number {
  const allowed = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  return Math.floor((Math.min(totalmem(), allowed) * 0.75) / 2 ** 20);
}
