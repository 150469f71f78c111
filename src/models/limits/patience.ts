/** How often and how long a request is tried again. */
export type Patience = {
  /** Tries that were lost: away, broken, garbled. */
  mostLost: number;
  /** Tries that were turned away for now: counted apart, since waiting mends them. */
  mostBusy: number;
  firstPauseMs: number;
  longestPauseMs: number;
  /** A model that wants quiet for longer is given up. */
  longestQuietMs: number;
};

export const usualPatience: Patience = {
  mostLost: 5,
  mostBusy: 40,
  firstPauseMs: 500,
  longestPauseMs: 60_000,
  longestQuietMs: 15 * 60_000,
};

/** Twice as long each time, and never the same for two who failed together. */
export function pauseMs(patience: Patience, failures: number): number {
  const { firstPauseMs, longestPauseMs } = patience;
  const full = Math.min(firstPauseMs * 2 ** Math.max(0, failures - 1), longestPauseMs);
  return full * (0.5 + Math.random() / 2);
}
