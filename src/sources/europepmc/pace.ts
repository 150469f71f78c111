import { setTimeout as sleep } from 'node:timers/promises';

export type Pace = {
  /** Returns when the next request may leave. */
  turn(signal: AbortSignal): Promise<void>;
  /** No request leaves before that time has passed. */
  holdBack(ms: number): void;
};

/** One request after the other, never more than so many a second. */
export function createPace(requestsPerSecond: number): Pace {
  const everyMs = 1000 / requestsPerSecond;
  let nextAt = 0;
  return {
    async turn(signal) {
      signal.throwIfAborted();
      const now = performance.now();
      const at = Math.max(now, nextAt);
      nextAt = at + everyMs;
      if (at > now) await sleep(at - now, undefined, { signal });
    },
    holdBack(ms) {
      nextAt = Math.max(nextAt, performance.now() + ms);
    },
  };
}
