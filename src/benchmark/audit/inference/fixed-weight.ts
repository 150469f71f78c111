import type { Interval } from '../figures/interval.ts';
import type { Printed } from '../figures/printed.ts';

type WeighedRow = { first: Printed; second: Printed; mean: Printed };

/** Fewer rows than this would be met by some weight through chance. */
const FEWEST_ROWS = 3;

/** The weight of the first part that most rows share, if more than half and at least three of
 *  them do: mean = weight × first + (1 − weight) × second. For columns whose weights are not
 *  printed anywhere. */
export function findFixedWeight(rows: WeighedRow[]): Interval | null {
  const telling = rows.filter(tellsWeights);
  const ranges = telling.flatMap(weightRange);
  let best: { range: Interval; rows: number } | null = null;
  for (const { low } of ranges) {
    const sharing = ranges.filter(range => range.low <= low && low <= range.high);
    if (best && sharing.length <= best.rows) continue;
    const high = sharing.reduce((least, range) => Math.min(least, range.high), 1);
    best = { range: { low, high }, rows: sharing.length };
  }
  if (!best || best.rows < FEWEST_ROWS || best.rows * 2 <= telling.length) return null;
  return best.range;
}

const toleranceOf = ({ first, second, mean }: WeighedRow) =>
  mean.unit / 2 + Math.max(first.unit, second.unit) / 2;

/** Parts that are too close leave every weight possible. */
function tellsWeights(row: WeighedRow): boolean {
  return Math.abs(row.first.value - row.second.value) > 4 * toleranceOf(row);
}

/** Weights from 0 to 1 under which the mean follows, each figure within its last digit. */
function weightRange(row: WeighedRow): Interval[] {
  const { first, second, mean } = row;
  const gap = first.value - second.value;
  const ends = [-1, 1].map(sign => (mean.value - second.value + sign * toleranceOf(row)) / gap);
  const low = Math.max(0, Math.min(...ends));
  const high = Math.min(1, Math.max(...ends));
  return low <= high ? [{ low, high }] : [];
}
