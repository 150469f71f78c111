/** Why a statistic, or the interval around it, has no value. A closed list, so that a page can word each. */
export type UndefinedReason =
  /** There is nothing to compute from. */
  | 'no-data'
  /** Fewer observations than the statistic needs. */
  | 'too-few'
  /** Fewer than two raters. */
  | 'too-few-raters'
  /** All observations come from one patient or document, so the spread between clusters is unknown. */
  | 'too-few-clusters'
  /** What has to vary does not. */
  | 'constant'
  /** Every rating falls in one category: chance alone explains full agreement. */
  | 'one-category'
  /** No unit was rated twice. */
  | 'no-pairs'
  /** Subjects were rated by different numbers of raters. */
  | 'unequal-raters'
  /** The estimate lies on the edge of its range, where the sample shows no error to measure. */
  | 'perfect'
  /** Resampling leaves the statistic undefined, or its limits outside what was drawn, too often. */
  | 'unstable'
  /** The variance components give a zero or negative denominator. */
  | 'not-estimable'
  /** The two proportions are equal, so no number of items tells them apart. */
  | 'no-gap'
  /** Not even the largest possible gap would be told apart with so few items. */
  | 'out-of-reach';

export interface NotDefined {
  readonly defined: false;
  readonly reason: UndefinedReason;
}

/** A statistic, or the reason why there is none: never NaN. */
export type Outcome<T> = (Readonly<T> & { readonly defined: true }) | NotDefined;

export type Interval = readonly [low: number, high: number];

/** An estimate can stand without an interval; then the reason is said. */
export type IntervalOrReason =
  | { readonly interval: Interval; readonly noInterval: null }
  | { readonly interval: null; readonly noInterval: UndefinedReason };

export function notDefined(reason: UndefinedReason): NotDefined {
  return { defined: false, reason };
}

export function intervalFrom(low: number, high: number): IntervalOrReason {
  return { interval: [low, high], noInterval: null };
}

export function noInterval(reason: UndefinedReason): IntervalOrReason {
  return { interval: null, noInterval: reason };
}
