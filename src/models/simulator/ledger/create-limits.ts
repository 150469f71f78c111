import { nowMs } from './create-ledger.ts';
import { createWindow } from './window.ts';

export type Limits = {
  /** Null lets the request in; a number says after how many milliseconds to come again. */
  admit(inputTokens: number): number | null;
  leave(): void;
};

export type LimitWishes = {
  requestsPerMinute?: number | undefined;
  tokensPerMinute?: number | undefined;
  maxConcurrency?: number | undefined;
};

const minuteMs = 60_000;
// Nobody knows when a place becomes free.
const concurrencyRetryMs = 1000;

/** Real limits over any sliding minute. Only what was let in counts against them. */
export function createLimits(wish: LimitWishes): Limits {
  const { requestsPerMinute = Infinity, tokensPerMinute = Infinity } = wish;
  const { maxConcurrency = Infinity } = wish;
  const requests = createWindow(minuteMs);
  const tokens = createWindow(minuteMs);
  let inside = 0;
  return {
    admit(inputTokens) {
      const now = nowMs();
      if (inside >= maxConcurrency) return concurrencyRetryMs;
      const waitMs = Math.max(
        requests.untilAtMostMs(now, requestsPerMinute - 1),
        tokens.untilAtMostMs(now, tokensPerMinute - inputTokens),
      );
      if (waitMs > 0) return waitMs;
      // Larger than a whole minute allows: it never comes in.
      if (inputTokens > tokensPerMinute) return minuteMs;
      if (requestsPerMinute < Infinity) requests.add(now, 1);
      if (tokensPerMinute < Infinity) tokens.add(now, inputTokens);
      inside++;
      return null;
    },
    leave() {
      inside--;
    },
  };
}
