import { type Pace, type PaceLimits, takePlace } from './pace.ts';

/** What all who ask a model share: in memory for one process, in the database for many. */
export type SharedState = {
  /** Requests to the model under way, whoever made them. */
  open: number;
  /** The model asked for quiet until then. */
  pausedUntil: number;
  pace: Pace;
};

export type SpendState = { spentUsd: number; reservedUsd: number };

export type Wish = {
  tokens: number;
  /** null: unknown, which is allowed only where there is no cap. */
  mostUsd: number | null;
  limits: PaceLimits & { concurrency: number };
  capUsd: number | null;
};

export type Decision =
  /** Go after `waitMs`; so much is set aside until the cost is known. */
  | { type: 'go'; waitMs: number; reservedUsd: number }
  /** Others have what is needed: ask again. */
  | { type: 'wait'; ms: number }
  | { type: 'spend-cap' };

const lookAgainMs = 50;

/** Lets a request go or not, and takes for it what it needs. Pure: whoever holds the state
 *  keeps it from being changed meanwhile. */
export function grant(
  wish: Wish,
  shared: SharedState,
  spend: SpendState,
  now: number,
): { decision: Decision; shared: SharedState; spend: SpendState } {
  const refuse = (decision: Decision) => ({ decision, shared, spend });
  if (shared.open >= wish.limits.concurrency) return refuse({ type: 'wait', ms: lookAgainMs });
  const reservedUsd = wish.capUsd === null ? 0 : (wish.mostUsd ?? 0);
  if (wish.capUsd !== null && spend.spentUsd + spend.reservedUsd + reservedUsd > wish.capUsd) {
    // What is set aside for requests under way is mostly given back once they are answered.
    return refuse(
      spend.reservedUsd > 0 ? { type: 'wait', ms: lookAgainMs } : { type: 'spend-cap' },
    );
  }
  const free = Math.max(now, shared.pausedUntil);
  const { waitMs, pace } = takePlace(shared.pace, wish.limits, wish.tokens, free);
  return {
    decision: { type: 'go', waitMs: waitMs + free - now, reservedUsd },
    shared: { ...shared, open: shared.open + 1, pace },
    spend: { ...spend, reservedUsd: spend.reservedUsd + reservedUsd },
  };
}
