import type { DetailedScores } from '../../../contracts/benchmark/index.ts';
import { scoredDimensions } from '../../../spine/scored-dimensions.ts';
import { sumByCluster } from '../intervals/cluster-sums.ts';
import { forCells, type Resampling, resample } from '../intervals/resample.ts';
import type { ReportRow } from '../rows.ts';

type DimensionIntervals = NonNullable<DetailedScores['parts']['report']>['dimensionIntervals'];

/** Intervals of the ten dimension means, in points from 1 to 5. */
export function dimensionIntervals(
  rows: readonly ReportRow[],
  resampling: Resampling,
): DimensionIntervals {
  const scored = rows.flatMap(({ item, dimensions }) =>
    dimensions === null ? [] : [{ item, dimensions }],
  );
  if (scored.length === 0) return {};
  const reports = scoredDimensions.length;
  const sums = sumByCluster(
    scored,
    ({ item }) => item.group,
    reports + 1,
    ({ dimensions }, ofCluster) => {
      scoredDimensions.forEach(({ id }, i) => {
        ofCluster[i]! += dimensions[id];
      });
      ofCluster[reports]! += 1;
    },
  );
  const options = forCells(resampling);
  return Object.fromEntries(
    scoredDimensions.map(({ id }, i) => {
      const { interval } = resample(sums, total => total[i]! / total[reports]!, options);
      return [id, interval && [Math.max(1, interval[0]), Math.min(5, interval[1])]];
    }),
  );
}
