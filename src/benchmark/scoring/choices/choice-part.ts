import type { DetailedScores } from '../../../contracts/benchmark/index.ts';
import type { Resampling } from '../intervals/resample.ts';
import { resampleMean } from '../intervals/resample-mean.ts';
import type { ChoiceRow } from '../rows.ts';
import { choiceCell } from './choice-cell.ts';

/** P1 or P2: the text or the picture questions. Null without any. */
export function choicePart(
  rows: readonly ChoiceRow[],
  resampling: Resampling,
): DetailedScores['parts']['text'] {
  if (rows.length === 0) return null;
  const answered = rows.filter(({ outcome }) => outcome !== 'missing');
  return {
    ...choiceCell(rows),
    items: new Set(rows.map(({ item }) => item.id)).size,
    resampled: resampleMean(answered, ({ outcome }) => (outcome === 'right' ? 100 : 0), resampling),
  };
}
