import { SpinemedError } from '../../errors/index.ts';
import type { Series } from './series.ts';

export type Choice = {
  series: Series;
  /** Others that were there. */
  left: number;
};

/** The series that was asked for by its UID, of its stacks the largest; else the largest volume
 *  of all, and the largest of anything where there is no volume. */
export function chooseSeries(all: readonly Series[], wantedUid?: string): Choice {
  const offered = wantedUid === undefined ? all : all.filter(one => one.seriesUid === wantedUid);
  const [series] = offered.toSorted(
    (a, b) => rank(a) - rank(b) || voxels(b) - voxels(a) || compare(a.seriesUid, b.seriesUid),
  );
  if (!series) throw noSuchSeries(wantedUid);
  return { series, left: all.length - 1 };
}

const ranks = { volume: 0, single: 1, unplaced: 1, localizer: 2 } as const;
const rank = ({ kind }: Series) => ranks[kind];
const voxels = ({ frames }: Series) => frames.length * frames[0]!.size[0] * frames[0]!.size[1];
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function noSuchSeries(wantedUid: string | undefined): SpinemedError {
  return new SpinemedError({
    code: 'no-such-series',
    mender: 'user',
    message:
      wantedUid === undefined
        ? 'there are no pictures here'
        : 'no picture here is of the series asked for',
    hint: 'Give the folder of a DICOM series, or leave --series away to take the largest.',
  });
}
