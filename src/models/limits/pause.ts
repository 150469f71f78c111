import { setTimeout as sleep } from 'node:timers/promises';

/** Waits, unless it is told to stop: then it fails with the reason that was given for that. */
export async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await sleep(ms, undefined, signal ? { signal } : {});
  } catch {
    throw signal?.reason;
  }
}
