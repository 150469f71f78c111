import type { Grid } from '../../contracts/imaging/index.ts';
import type { Frame, Mark } from './frame.ts';

/** Pictures that belong together: a volume where they are a stack. */
export type Series = {
  seriesUid: string;
  kind: 'volume' | 'single' | 'localizer' | 'unplaced';
  /** In order along the slice normal; of unplaced ones in order of their instance numbers. */
  frames: Frame[];
  /** Null for unplaced ones. */
  grid: Grid | null;
  /** Frame numbers of the grid's slices where the distances are uneven: what to trust instead of
   *  the grid's even steps. Millimetres along the normal, from the first slice. */
  offsetsMm: number[];
  problems: SeriesProblem[];
};

/** What is odd about a series. None is mended in silence. */
export type SeriesProblem =
  /** Slices are missing behind this one. */
  | { problem: 'gap'; after: number; missing: number }
  | { problem: 'uneven-spacing'; leastMm: number; mostMm: number }
  /** Pictures of a place that had one already, left out. */
  | { problem: 'duplicates'; leftOut: number }
  /** Stacked aslant to the slice normal, as with a tilted gantry. */
  | { problem: 'tilted'; degrees: number }
  /** Slices lie beside the line that they are stacked on. */
  | { problem: 'off-the-line'; mostMm: number }
  /** One of several stacks that go under one series UID, and by what they differ. */
  | { problem: 'mixed-series'; by: Difference[]; stacks: number }
  /** Without a place in the patient: ordered by instance number. */
  | { problem: 'unplaced' }
  | { problem: 'spacing-assumed' };

export type Difference = 'orientation' | 'size' | 'spacing' | 'placement' | Mark;
