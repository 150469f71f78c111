import type { Grid, Vector } from '../../../contracts/imaging/index.ts';
import type { DatasetId, Level } from '../../../spine/index.ts';
import type { Region, Spine } from '../truth/spine.ts';

/** A plain picture: its columns and rows, and where a point in patient space shows on it. */
export type PlainView = {
  size: readonly [number, number];
  toPixel(point: Vector): readonly [number, number];
};

/** How a case is seen: the same for whoever renders it and whoever writes down where things are. */
export type CaseViews = {
  ct: Grid;
  t1: Grid;
  t2: Grid;
  /** Blocks of slices, one through each disc or one for all. */
  axialT2: readonly Grid[];
  ap: PlainView;
  lateral: PlainView;
};

export type Structure =
  | { kind: 'vertebra'; level: Level }
  | { kind: 'disc'; levels: readonly [Level, Level] }
  | { kind: 'canal' };

/** What a structure has for a value in a mask; 0 leaves it out. */
export type MaskValue = (structure: Structure) => number;

/** What files of DICOM say of themselves; their UIDs follow from it (`uidOf` of the patient, then
 *  of the series' number, then of the slice's). */
export type DicomSeries = { patientId: string; seriesNumber: number; description: string };

/** Writes a picture of the case. Who renders it is no business of the layout's. */
export type SavePicture = {
  nifti(file: string, what: 'ct'): Promise<void>;
  metaImage(file: string, what: 't1' | 't2'): Promise<void>;
  niftiMask(file: string, of: 'ct', value: MaskValue): Promise<void>;
  metaImageMask(file: string, of: 't1' | 't2', value: MaskValue): Promise<void>;
  /** A file a slice, numbered from 0 through all blocks. Its instance number is one more. */
  dicomSeries(
    file: (slice: number) => string,
    what: 't1' | 't2' | 'axialT2',
    series: DicomSeries,
  ): Promise<void>;
  dicomPicture(file: string, what: 'ap' | 'lateral', series: DicomSeries): Promise<void>;
  /** PNG or JPEG, by the file's ending. */
  plain(file: string, what: 'ap' | 'lateral'): Promise<void>;
};

export type LayoutCase = {
  /** Of the case in its dataset, from 0. */
  number: number;
  spine: Spine;
  views: CaseViews;
  save: SavePicture;
};

/** Rows for the tables of the whole dataset, by table; plain values, so that processes that share
 *  the work can hand them on. */
export type CaseRows = Readonly<Record<string, readonly (readonly (string | number)[])[]>>;

/** How the owners of a dataset lay it out on disk. */
export type Layout = {
  name: DatasetId | 'verse-challenge';
  /** Of which spines it is made. */
  regions: readonly Region[];
  /** The files of one case, below `root`, and its rows in the tables. */
  writeCase(root: string, given: LayoutCase): Promise<CaseRows>;
  /** The tables, once all cases are written. */
  writeTables(root: string, rows: readonly CaseRows[]): Promise<void>;
};
