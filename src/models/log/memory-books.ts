import { type Decision, grant, type SharedState, type SpendState } from '../limits/grant.ts';
import { correctPlace } from '../limits/pace.ts';
import type { AttemptEnd, Intent } from './call-log.ts';

type Taken = { tokens: number; reservedUsd: number; mostUsd: number | null };

/** The limits and the cap of a process that shares them with no other. */
export function memoryBooks({ capUsd, spentUsd }: { capUsd: number | null; spentUsd: number }) {
  const shared = new Map<string, SharedState>();
  const taken = new Map<string, Taken>();
  let spend: SpendState = { spentUsd, reservedUsd: 0 };
  const sharedOf = (pool: string): SharedState =>
    shared.get(pool) ?? { open: 0, pausedUntil: 0, pace: { nextRequestAt: 0, nextTokenAt: 0 } };

  return {
    take({ call, tokens, mostUsd }: Intent, key: string): Decision {
      const { limits, pool } = call.model;
      const wish = { tokens, mostUsd, limits, capUsd };
      const granted = grant(wish, sharedOf(pool), spend, Date.now());
      if (granted.decision.type === 'go') {
        shared.set(pool, granted.shared);
        spend = granted.spend;
        taken.set(key, { tokens, mostUsd, reservedUsd: granted.decision.reservedUsd });
      }
      return granted.decision;
    },
    /** Gives back what was taken for an attempt. Returns the most it can have cost. */
    giveBack(end: AttemptEnd, key: string): number | null {
      const was = taken.get(key);
      taken.delete(key);
      const { pool, limits } = end.call.model;
      const state = sharedOf(pool);
      const tokens = was?.tokens ?? 0;
      shared.set(pool, {
        ...state,
        open: was ? state.open - 1 : state.open,
        pace: correctPlace(state.pace, limits, { taken: tokens, used: usedTokens(end) ?? tokens }),
      });
      spend = {
        spentUsd: spend.spentUsd + chargedUsd(end, was?.mostUsd ?? null),
        // Sums of fractions drift; with nothing under way nothing is set aside.
        reservedUsd: taken.size === 0 ? 0 : spend.reservedUsd - (was?.reservedUsd ?? 0),
      };
      return was?.mostUsd ?? null;
    },
    pause(pool: string, untilMs: number): void {
      const state = sharedOf(pool);
      shared.set(pool, { ...state, pausedUntil: Math.max(state.pausedUntil, untilMs) });
    },
  };
}

/** Tokens that an ended attempt took, where the provider said. */
export function usedTokens(end: AttemptEnd): number | undefined {
  if (end.status !== 'answered') return undefined;
  const { input, output } = end.answer.tokens;
  return input === null || output === null ? undefined : input + output;
}

/** What the cap counts for an ended attempt: its cost, else the most it can have been. */
export function chargedUsd(end: AttemptEnd, mostUsd: number | null): number {
  if (end.status === 'answered') return end.answer.costUsd ?? mostUsd ?? 0;
  return end.charged ? (mostUsd ?? 0) : 0;
}
