import type { DetailedScores } from '../../../contracts/benchmark/index.ts';
import { scoredDimensions } from '../../../spine/scored-dimensions.ts';
import { forCells, type Resampling } from '../intervals/resample.ts';
import { resampleMean } from '../intervals/resample-mean.ts';
import type { ReportRow } from '../rows.ts';

type DimensionIntervals = NonNullable<DetailedScores['parts']['report']>['dimensionIntervals'];

/** Intervals of the ten dimension means, in points from 1 to 5. */
export function dimensionIntervals(
  rows: readonly ReportRow[],
  resampling: Resampling,
): DimensionIntervals {
  const scored = rows.filter(({ dimensions }) => dimensions !== null);
  if (scored.length === 0) return {};
  return Object.fromEntries(
    scoredDimensions.map(({ id }) => {
      const figureOf = ({ dimensions }: ReportRow) => dimensions![id];
      const { interval } = resampleMean(scored, figureOf, forCells(resampling));
      return [id, interval && [Math.max(1, interval[0]), Math.min(5, interval[1])]];
    }),
  );
}
