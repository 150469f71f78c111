import type { Grid, Vector } from '../../contracts/imaging/index.ts';
import type { Rescale, Values, Window } from '../volume/volume.ts';
import type { HashedFile } from './hashed-source.ts';

/** Slices of one size above each other, each read when it is wanted: of hundreds of files the few
 *  that are needed. */
export type SliceStack = {
  format: 'dicom' | 'nifti' | 'metaimage';
  modality: 'CT' | 'MRI' | 'XR' | null;
  /** A plain one where slices have no place in the patient. */
  grid: Grid;
  isPlaced: boolean;
  /** Along the normal, from the first slice, as the headers have it; null where steps are even. */
  offsetsMm: readonly number[] | null;
  /** Stored values of a slice, column fastest. */
  read(slice: number): Promise<Values>;
  rescaleOf(slice: number): Rescale;
  /** Centre of a slice's first pixel, as its own header has it. */
  originOf(slice: number): Vector;
  /** As the file advises. */
  window: Window | null;
  /** Whether low values are shown bright (MONOCHROME1). */
  isInverted: boolean;
  seriesUid: string | null;
  /** The file that a slice comes from, and its frame there from 0; null where all slices of a
   *  volume come from one and the same. */
  sourceOf(slice: number): { path: string; frame: number } | null;
  /** Of the files that these slices come from. */
  digests(slices: readonly number[]): Promise<HashedFile[]>;
  /** Files that belong to it and cannot be read; the others were taken. */
  damaged: { path: string; code: string }[];
  /** What was odd on the way here. */
  notes: string[];
  /** Whatever became of it. */
  close(): Promise<void>;
};
