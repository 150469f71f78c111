import type { Vector } from '../../../contracts/imaging/index.ts';

/** What tells one DICOM file from another, and where it lies in patient space. */
export type SliceHeader = {
  studyUid: string;
  seriesUid: string;
  instanceUid: string;
  modality: 'CT' | 'MRI' | 'XR' | null;
  description: string;
  columns: number;
  rows: number;
  /** Null where the file lies nowhere in patient space. */
  plane: {
    /** Between columns, between rows. */
    spacingMm: readonly [number, number];
    /** Along which column numbers grow, and row numbers. */
    directions: readonly [Vector, Vector];
    /** The centre of the first pixel. */
    originMm: Vector;
  } | null;
};
