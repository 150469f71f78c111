import type { Overview } from '../../../src/contracts/overview/index.ts';

type Spend = Overview['spend'];

/** Below this nothing can be seen in how money is written. */
const visibleUsd = 0.0001;

/** How far the cap is used, from 0 to 1; null without one. A cap of nothing is reached with the
 *  first call. */
export function capShare({ capUsd, countedUsd, calls }: Spend): number | null {
  if (capUsd === null) return null;
  if (countedUsd >= capUsd) return calls > 0 || countedUsd > 0 ? 1 : 0;
  return countedUsd / capUsd;
}

/** The most that lost requests may have cost beyond what the answers did. */
export function lostUsd({ usd, countedUsd }: Spend): number {
  const most = countedUsd - usd;
  return most < visibleUsd ? 0 : most;
}
