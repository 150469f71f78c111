import { twoSidedZ } from '../distributions/normal.ts';
import {
  type IntervalOrReason,
  intervalFrom,
  noInterval,
  notDefined,
  type Outcome,
} from '../outcome.ts';
import { requireOpenProportion, requireSameLength } from '../preconditions.ts';
import { agreementWeights, type Label, type Weights } from './agreement-weights.ts';

export interface CohenOptions<L extends Label> {
  /** All categories in their order; needed for weights over text labels, whose order is unknown. */
  readonly categories?: readonly L[] | undefined;
  /** What a near miss is worth: nothing ('none'), or more the closer it is. */
  readonly weights?: Weights | undefined;
  readonly confidence?: number | undefined;
}

export type Kappa = IntervalOrReason & {
  readonly value: number;
  readonly standardError: number;
  readonly observedAgreement: number;
  readonly chanceAgreement: number;
  readonly n: number;
};

/**
 * Cohen's kappa (1960), weighted (1968) or not: how much of the agreement beyond chance two raters
 * reached. 1 is full agreement, 0 what two raters with the same habits reach by chance, below 0 less.
 * The interval uses the large-sample error of Fleiss, Cohen & Everitt (1969), trustworthy from about
 * fifty items; for items in clusters resample (`bootstrapInterval`).
 *
 * Limits: kappa falls when one category is rare, at the same accuracy (Feinstein & Cicchetti 1990), so
 * values from cases of different mix do not compare; give the observed agreement beside it. Linear
 * weights count how many categories the raters lie apart, quadratic ones the square of it, which nearly
 * is an intraclass correlation.
 *
 * Both raters using one and the same category only: 'one-category', since chance then explains
 * everything and 0/0 is left. Full agreement over several categories: 1 without an interval ('perfect').
 */
export function cohenKappa<L extends Label>(
  first: readonly L[],
  second: readonly L[],
  { categories, weights = 'none', confidence = 0.95 }: CohenOptions<L> = {},
): Outcome<Kappa> {
  requireSameLength(first, second, 'first and second');
  requireOpenProportion(confidence, 'confidence');
  const n = first.length;
  if (n === 0) return notDefined('no-data');
  const order = categories ?? categoriesOf([...first, ...second], weights);
  const w = agreementWeights(order.length, weights);
  const shares = crossTable(first, second, order);
  const rows = shares.map(row => row.reduce((total, share) => total + share, 0));
  const columns = order.map((_, j) => shares.reduce((total, row) => total + row[j]!, 0));

  let observed = 0;
  let expected = 0;
  eachCell(order.length, (i, j) => {
    observed += w[i]![j]! * shares[i]![j]!;
    expected += w[i]![j]! * rows[i]! * columns[j]!;
  });
  if (1 - expected < 1e-12) return notDefined('one-category');
  const full = observed > 1 - 1e-12;
  const value = full ? 1 : (observed - expected) / (1 - expected);

  const ofRow = order.map((_, i) => columns.reduce((sum, share, j) => sum + share * w[i]![j]!, 0));
  const ofColumn = order.map((_, j) => rows.reduce((sum, share, i) => sum + share * w[i]![j]!, 0));
  let squares = 0;
  eachCell(order.length, (i, j) => {
    const pull = w[i]![j]! - (ofRow[i]! + ofColumn[j]!) * (1 - value);
    squares += shares[i]![j]! * pull ** 2;
  });
  const variance = (squares - (value - expected * (1 - value)) ** 2) / n / (1 - expected) ** 2;
  const standardError = full ? 0 : Math.sqrt(Math.max(0, variance));
  return {
    defined: true,
    value,
    standardError,
    observedAgreement: observed,
    chanceAgreement: expected,
    n,
    ...intervalAround(value, standardError, confidence),
  };
}

function intervalAround(value: number, error: number, confidence: number): IntervalOrReason {
  if (value === 1) return noInterval('perfect');
  if (error < 1e-9) return noInterval('not-estimable');
  const half = twoSidedZ(confidence) * error;
  return intervalFrom(Math.max(-1, value - half), Math.min(1, value + half));
}

function categoriesOf<L extends Label>(labels: readonly L[], weights: Weights): L[] {
  const found = [...new Set(labels)];
  if (found.every(label => typeof label === 'number')) return found.sort((a, b) => +a - +b);
  if (weights === 'none') return found;
  throw new RangeError('weights over text labels need their categories in order');
}

function crossTable<L extends Label>(
  first: readonly L[],
  second: readonly L[],
  categories: readonly L[],
): number[][] {
  const place = new Map(categories.map((category, i) => [category, i]));
  const table = categories.map(() => categories.map(() => 0));
  first.forEach((label, item) => {
    const i = place.get(label);
    const j = place.get(second[item]!);
    if (i === undefined || j === undefined) {
      throw new RangeError(`the label of item ${item} is not among the categories`);
    }
    table[i]![j]! += 1;
  });
  return table.map(row => row.map(count => count / first.length));
}

function eachCell(size: number, visit: (i: number, j: number) => void): void {
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) visit(i, j);
}
