import type { DetailedScores } from '../../../contracts/benchmark/index.ts';
import { sumByCluster } from '../intervals/cluster-sums.ts';
import { percentOf } from '../intervals/share-interval.ts';
import { type Resampling, resample } from '../intervals/resample.ts';
import type { ChoiceRow } from '../rows.ts';
import { choiceCell } from './choice-cell.ts';

/** P1 or P2: the text or the picture questions. Null without any. */
export function choicePart(
  rows: readonly ChoiceRow[],
  resampling: Resampling,
): DetailedScores['parts']['text'] {
  if (rows.length === 0) return null;
  const sums = sumByCluster(answeredRows(rows), ({ item }) => item.group, 2, addAnswer);
  return {
    ...choiceCell(rows),
    items: new Set(rows.map(({ item }) => item.id)).size,
    resampled: resample(sums, ([right, answered]) => percentOf(right!, answered!), resampling),
  };
}

function answeredRows(rows: readonly ChoiceRow[]): ChoiceRow[] {
  return rows.filter(({ outcome }) => outcome !== 'missing');
}

function addAnswer({ outcome }: ChoiceRow, sums: Float64Array): void {
  if (outcome === 'right') sums[0]! += 1;
  sums[1]! += 1;
}
