import { notDefined, type Outcome } from '../outcome.ts';
import { requireFinite } from '../preconditions.ts';
import { midRanks } from '../summary/mid-ranks.ts';
import type { Label } from './agreement-weights.ts';

export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval';

export interface KrippendorffAlpha {
  readonly value: number;
  readonly observedDisagreement: number;
  readonly expectedDisagreement: number;
  /** Units with two ratings or more, and the ratings in them: all that alpha looks at. */
  readonly units: number;
  readonly ratings: number;
}

/**
 * Krippendorff's alpha: agreement beyond chance of any number of raters, with gaps, on names
 * ('nominal'), ranks ('ordinal') or scores with even steps ('interval'). One list of ratings a unit
 * (item, patient, report); null where a rater gave none. 1 is full agreement, 0 what shuffling all
 * ratings among the units would give, below 0 systematic disagreement. Krippendorff asks for 0.8, and
 * 0.667 for tentative conclusions.
 *
 * Ordinal alpha is interval alpha on the mid-ranks of all pairable ratings, since his ordinal distance
 * is the squared difference of those; it therefore depends on how often each rank was used. Units rated
 * once say nothing about agreement and are left out. For an interval resample the units:
 * `bootstrapInterval` with this as the statistic.
 *
 * No unit rated twice: 'no-pairs'. All ratings equal: 'one-category', because nothing shows that the
 * raters could tell cases apart.
 */
export function krippendorffAlpha(
  units: readonly (readonly (number | null)[])[],
  level: 'ordinal' | 'interval',
): Outcome<KrippendorffAlpha>;
export function krippendorffAlpha(
  units: readonly (readonly (Label | null)[])[],
  level: 'nominal',
): Outcome<KrippendorffAlpha>;
export function krippendorffAlpha(
  units: readonly (readonly (Label | null)[])[],
  level: MeasurementLevel,
): Outcome<KrippendorffAlpha> {
  if (units.length === 0) return notDefined('no-data');
  const pairable = units
    .map(unit => unit.filter(rating => rating !== null))
    .filter(unit => unit.length > 1);
  const pooled = pairable.flat();
  if (pooled.length === 0) return notDefined('no-pairs');
  if (pooled.every(rating => rating === pooled[0])) return notDefined('one-category');

  const disagreement = level === 'nominal' ? nominal : quadratic(placed(pooled as number[], level));
  const within = pairable.map(unit => disagreement(unit) / (unit.length - 1));
  const observed = within.reduce((total, one) => total + one, 0) / pooled.length;
  const expected = disagreement(pooled) / (pooled.length - 1) / pooled.length;
  return {
    defined: true,
    value: 1 - observed / expected,
    observedDisagreement: observed,
    expectedDisagreement: expected,
    units: pairable.length,
    ratings: pooled.length,
  };
}

type Disagreement = (ratings: readonly Label[]) => number;

/** The number of ordered pairs of ratings that differ. */
const nominal: Disagreement = ratings => {
  const counts = new Map<Label, number>();
  for (const rating of ratings) counts.set(rating, (counts.get(rating) ?? 0) + 1);
  let equal = 0;
  for (const count of counts.values()) equal += count ** 2;
  return ratings.length ** 2 - equal;
};

/** The squared distances summed over all ordered pairs, in one pass: 2 n Σ(x - mean)². */
function quadratic(place: (rating: Label) => number): Disagreement {
  return ratings => {
    const places = ratings.map(place);
    const centre = places.reduce((total, one) => total + one, 0) / places.length;
    const squares = places.reduce((total, one) => total + (one - centre) ** 2, 0);
    return 2 * places.length * squares;
  };
}

/** Where each rating lies on the scale that its level allows. */
function placed(
  pooled: readonly number[],
  level: 'ordinal' | 'interval',
): (rating: Label) => number {
  requireFinite(pooled, 'ratings');
  if (level === 'ordinal') {
    const ranks = midRanks(pooled);
    const rankOf = new Map<Label, number>(pooled.map((rating, i) => [rating, ranks[i]!]));
    return rating => rankOf.get(rating)!;
  }
  // Alpha has neither unit nor zero point; scores within -1 to 1 neither overflow nor vanish squared.
  const origin = pooled[0]!;
  const unit = pooled.reduce((most, rating) => Math.max(most, Math.abs(rating - origin)), 0);
  return rating => ((rating as number) - origin) / unit;
}
