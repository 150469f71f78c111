import { binomialCdf, binomialProbability } from '../distributions/binomial.ts';
import { chiSquareTails } from '../distributions/chi-square.ts';
import { requireCount, requireSameLength } from '../preconditions.ts';

export interface PairedCounts {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/** How often two models were right on the same items. */
export function countPairs(first: readonly boolean[], second: readonly boolean[]): PairedCounts {
  requireSameLength(first, second, 'first and second');
  let [both, onlyFirst, onlySecond, neither] = [0, 0, 0, 0];
  first.forEach((right, i) => {
    if (right && second[i]) both += 1;
    else if (right) onlyFirst += 1;
    else if (second[i]) onlySecond += 1;
    else neither += 1;
  });
  return { both, onlyFirst, onlySecond, neither };
}

export interface ChiSquare {
  readonly statistic: number;
  readonly p: number;
}

export interface McNemar {
  /** Items on which exactly one of the two was right: all that the test looks at. */
  readonly discordant: number;
  readonly exactP: number;
  readonly midP: number;
  /** With Edwards' continuity correction; null without discordant items. */
  readonly corrected: ChiSquare | null;
  /** As McNemar printed it in 1947; null without discordant items. */
  readonly uncorrected: ChiSquare | null;
}

/**
 * Do two models that answered the same items differ in how often they are right? Two-sided. `exactP`
 * is the binomial one and holds at any count, so it is the one to report; it is computed exactly up to
 * millions of items, which leaves the chi-square forms for comparison with printed papers. `midP` is
 * less cautious and nearly keeps its level (Fagerland, Lydersen & Laake 2013); choose it beforehand.
 *
 * Without discordant items nothing speaks for a difference: both p are 1. Limit: items must be
 * independent; with several items of a patient or document use `pairedBootstrap`. A small p says that
 * there is a difference, not that it is large.
 */
export function mcnemar({
  onlyFirst,
  onlySecond,
}: Pick<PairedCounts, 'onlyFirst' | 'onlySecond'>): McNemar {
  requireCount(onlyFirst, 'onlyFirst');
  requireCount(onlySecond, 'onlySecond');
  const discordant = onlyFirst + onlySecond;
  if (discordant === 0) {
    return { discordant, exactP: 1, midP: 1, corrected: null, uncorrected: null };
  }
  const fewer = Math.min(onlyFirst, onlySecond);
  const point = binomialProbability(fewer, discordant, 0.5);
  const even = onlyFirst === onlySecond;
  const exactP = even ? 1 : 2 * binomialCdf(fewer, discordant, 0.5);
  const gap = Math.abs(onlyFirst - onlySecond);
  return {
    discordant,
    exactP: Math.min(1, exactP),
    midP: even ? 1 - point / 2 : exactP - point,
    corrected: chiSquare(Math.max(0, gap - 1), discordant),
    uncorrected: chiSquare(gap, discordant),
  };
}

function chiSquare(gap: number, discordant: number): ChiSquare {
  const statistic = gap ** 2 / discordant;
  return { statistic, p: chiSquareTails(statistic, 1).upper };
}
