import type { Shown } from './labelled-case.ts';

/** A slice with what was graded on it. */
export type GradedSlice = {
  shown: Shown;
  /** The graded discs, L1/L2 is 0. */
  discs: number[];
  /** How high in the patient the graded points lie; null where nothing tells. */
  heightsMm: (number | null)[];
};

/** Axial slices from the head down. Within a series by their place in it, which way it runs being
 *  told by its discs; slices of several series by how high their points lie, and where that is not
 *  known disc by disc. */
export function orderHeadDown(slices: readonly GradedSlice[]): Shown[] {
  const series = [...Map.groupBy(slices, ({ shown }) => shown.picture).values()];
  const placed = series.flatMap(of => {
    const way = runsDown(of) ? 1 : -1;
    return of.map(each => ({ ...each, place: way * (each.shown.slice ?? 0) }));
  });
  if (series.length > 1) {
    const isKnown = slices.every(({ heightsMm }) => heightsMm.every(height => height !== null));
    const depthOf = ({ discs, heightsMm }: GradedSlice) =>
      isKnown ? -mean(heightsMm as number[]) : Math.min(...discs);
    placed.sort(
      (a, b) => depthOf(a) - depthOf(b) || a.shown.picture - b.shown.picture || a.place - b.place,
    );
  } else placed.sort((a, b) => a.place - b.place);
  return placed.map(({ shown }) => shown);
}

/** Whether later slices show lower discs. */
function runsDown(slices: readonly GradedSlice[]): boolean {
  const pairs = slices.flatMap(({ shown, discs }) =>
    discs.map(disc => ({ slice: shown.slice ?? 0, disc })),
  );
  const middle = mean(pairs.map(({ slice }) => slice));
  const middleDisc = mean(pairs.map(({ disc }) => disc));
  const together = pairs.map(({ slice, disc }) => (slice - middle) * (disc - middleDisc));
  return mean(together) >= 0;
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
