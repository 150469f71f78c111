import type { Vector } from '../../contracts/imaging/index.ts';

/** One picture of a DICOM file, as its header tells it: what a series is put together from. */
export type Frame = {
  file: string;
  /** Within its file, from 0. */
  frame: number;
  seriesUid: string;
  /** Columns, rows. */
  size: readonly [number, number];
  /** From column to column, from row to row; null where the file has none. */
  spacingMm: readonly [number, number] | null;
  /** Unit vectors along which column and row numbers grow; null for a plain picture. */
  directions: readonly [Vector, Vector] | null;
  /** Centre of the first pixel. */
  positionMm: Vector | null;
  instanceNumber: number | null;
  imageType: readonly string[];
  /** What can tell two pictures of one place apart. Absent and null are the same. */
  marks: { readonly [mark in Mark]?: string | number | null };
};

export const marks = ['stack', 'temporal-position', 'echo', 'image-type', 'acquisition'] as const;
export type Mark = (typeof marks)[number];

export function isLocalizer({ imageType }: Pick<Frame, 'imageType'>): boolean {
  return imageType.some(part => /^(LOCALI[SZ]ER|SCOUT|TOPOGRAM)$/i.test(part.trim()));
}
