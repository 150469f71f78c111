import { normalCdf, normalQuantile } from '../distributions/normal.ts';
import { notDefined, type Outcome } from '../outcome.ts';
import { requireCount, requireOpenProportion, requireProportion } from '../preconditions.ts';
import { smallestGap } from './smallest-gap.ts';

/*
 * Planning a comparison of two proportions measured on different items (two models, two benchmarks).
 * Two-sided, equal numbers on both sides, normal approximation (Fleiss, Tytun & Ury 1980): trust it
 * where each side expects five right and five wrong answers or more. Items are taken as independent;
 * with clusters multiply by the design effect, which is the squared ratio of the standard errors that
 * `bootstrapInterval` gives with and without them.
 */

export interface TwoProportions {
  readonly first: number;
  readonly second: number;
}

export interface Design {
  readonly alpha?: number | undefined;
  readonly power?: number | undefined;
}

/**
 * How many items each side needs to tell the two proportions apart. `continuity` adds the correction of
 * Fleiss's tables, for a test that is itself corrected or exact. Equal proportions: 'no-gap'.
 */
export function unpairedItems(
  proportions: TwoProportions,
  { alpha = 0.05, power = 0.8, continuity = false }: Design & { continuity?: boolean } = {},
): Outcome<{ itemsEach: number }> {
  const { gap, ifEqual, asGiven } = spreads(proportions);
  requireOpenProportion(alpha, 'alpha');
  requireOpenProportion(power, 'power');
  if (gap === 0) return notDefined('no-gap');
  const reach = normalQuantile(power) * asGiven - normalQuantile(alpha / 2) * ifEqual;
  const plain = (Math.max(0, reach) / gap) ** 2;
  const corrected = (plain / 4) * (1 + Math.sqrt(1 + 4 / (plain * gap))) ** 2;
  const items = continuity && plain > 0 ? corrected : plain;
  return { defined: true, itemsEach: Math.max(1, Math.ceil(items - 1e-9)) };
}

/** The chance to tell the two proportions apart with so many items on each side. */
export function unpairedPower(
  proportions: TwoProportions & { readonly itemsEach: number },
  alpha = 0.05,
): number {
  const { gap, ifEqual, asGiven } = spreads(proportions);
  requireCount(proportions.itemsEach, 'itemsEach');
  requireOpenProportion(alpha, 'alpha');
  const beyond = gap * Math.sqrt(proportions.itemsEach) + normalQuantile(alpha / 2) * ifEqual;
  if (asGiven === 0) return beyond > 0 ? 1 : 0;
  return normalCdf(beyond / asGiven);
}

/**
 * The smallest gap from a known proportion that so many items on each side tell, upwards and downwards;
 * null in a direction in which not even 1 or 0 is far enough, 'out-of-reach' if that is so in both.
 */
export function unpairedGap(
  { baseline, itemsEach }: { readonly baseline: number; readonly itemsEach: number },
  { alpha = 0.05, power = 0.8 }: Design = {},
): Outcome<{ above: number | null; below: number | null }> {
  requireProportion(baseline, 'baseline');
  requireOpenProportion(power, 'power');
  const powerTo = (second: number) => unpairedPower({ first: baseline, second, itemsEach }, alpha);
  const above = smallestGap(power, gap => powerTo(Math.min(1, baseline + gap)), 1 - baseline);
  const below = smallestGap(power, gap => powerTo(baseline - gap), baseline);
  if (above === null && below === null) return notDefined('out-of-reach');
  return { defined: true, above, below };
}

function spreads({ first, second }: TwoProportions) {
  requireProportion(first, 'first');
  requireProportion(second, 'second');
  const middle = (first + second) / 2;
  return {
    gap: Math.abs(first - second),
    /** The standard deviation of one pair's difference if the proportions were equal, and as they are. */
    ifEqual: Math.sqrt(2 * middle * (1 - middle)),
    asGiven: Math.sqrt(first * (1 - first) + second * (1 - second)),
  };
}
