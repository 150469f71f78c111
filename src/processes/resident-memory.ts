import { readFileSync } from 'node:fs';

/** Elsewhere a process has to say it itself, which it cannot while native code works in it. */
export const canReadMemory = process.platform === 'linux';

/** What a process holds in memory; 0 where nobody can tell, or where it has just ended. */
export function residentMiB(pid: number | undefined): number {
  if (!canReadMemory || pid === undefined) return 0;
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
