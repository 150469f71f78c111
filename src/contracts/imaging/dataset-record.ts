import { z } from 'zod';
import { datasets, type FindingId, findings, LEVELS, type Level } from '../../spine/index.ts';
import { gridSchema, vectorSchema } from './space.ts';

const idsOf = <T extends string>(terms: readonly { readonly id: T }[]) =>
  terms.map(({ id }) => id) as [T, ...T[]];

/** Where something lies. A picture without patient space has pixels alone. */
export const placeSchema = z.object({
  /** Column and row in the picture or slice, from its top left pixel's centre, unrounded. */
  pixel: z.tuple([z.number(), z.number()]).nullable(),
  /** x, y, width, height in pixels. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  /** Of the picture's slices, from 0; null for a plain picture. */
  slice: z.int().min(0).nullable(),
  /** In patient space, where the picture has one. */
  pointMm: vectorSchema.nullable(),
});
export type Place = z.output<typeof placeSchema>;

/** A picture or volume file of a dataset, named as its owners name it. Never its pixels. */
export const datasetPictureSchema = z.object({
  /** Within the dataset's folder, with `/`. For a series of files: its folder. */
  path: z.string(),
  /** Of a series: its files within `path`, in order of place; slice 0 is the first. */
  files: z.array(z.string()).nullable(),
  /** Of a file; of a series, of its files' digests in order of place. Null until it was read. */
  sha256: z.string().nullable(),
  kind: z.enum(['picture', 'volume']),
  modality: z.enum(['CT', 'MRI', 'XR']),
  /** `sagittal T2`, `AP`, `lateral`, …; null where nothing says it. */
  view: z.string().nullable(),
  grid: gridSchema.nullable(),
  /** Columns and rows of a plain picture, which has no patient space. */
  sizePixels: z.tuple([z.int().min(1), z.int().min(1)]).nullable(),
  /** A mask of the same grid: where it lies, and what its values stand for. */
  mask: z.object({ path: z.string(), labels: z.record(z.string(), z.string()) }).nullable(),
});
export type DatasetPicture = z.output<typeof datasetPictureSchema>;

export const levelSchema = z.enum(LEVELS as unknown as [Level, ...Level[]]);

export const landmarkSchema = z.object({
  /** What it marks: `centroid`, `upper-left-corner`, …; the owners' own name in `source`. */
  name: z.string(),
  /** One for a vertebra, two for a disc. */
  levels: z.array(levelSchema),
  picture: z.int().min(0),
  place: placeSchema,
  source: z.string(),
});
export type Landmark = z.output<typeof landmarkSchema>;

export const recordedFindingSchema = z.object({
  finding: z.enum(idsOf(findings) as [FindingId, ...FindingId[]]),
  /** Absent was looked for and not seen; unstated has a label whose meaning nobody states. A
   *  blank makes no entry at all. */
  state: z.enum(['present', 'absent', 'unstated']),
  /** One for a vertebra, two for a disc, none for a whole picture. */
  levels: z.array(levelSchema),
  side: z.enum(['left', 'right', 'bilateral', 'central']).nullable(),
  /** `Severe`, `type 2`, `4`: in the owners' scale. */
  grade: z.string().nullable(),
  /** Into `pictures`; null where it speaks of the whole case. */
  picture: z.int().min(0).nullable(),
  place: placeSchema.nullable(),
  /** Who says so, where the owners tell their readers apart. */
  rater: z.string().nullable(),
  /** Column and value, to the letter. */
  source: z.object({ column: z.string(), value: z.string() }),
});
export type RecordedFinding = z.output<typeof recordedFindingSchema>;

/** What is odd in the owners' files: told, and never mended in silence. */
export const recordProblemSchema = z.object({
  reason: z.enum([
    'table-missing',
    'picture-missing',
    'label-without-picture',
    'picture-without-label',
    'labels-contradict',
    'outside-the-picture',
    'unknown-value',
    'unreadable',
  ]),
  place: z.string(),
});
export type RecordProblem = z.output<typeof recordProblemSchema>;

/** One patient's study of an open dataset, whichever dataset it is. */
export const datasetRecordSchema = z.object({
  dataset: z.enum(idsOf(datasets)),
  version: z.string(),
  /** The owners' id. */
  case: z.string(),
  /** For clustering: the patient, where the owners say who belongs together; else the case. */
  patient: z.string(),
  sex: z.enum(['F', 'M']).nullable(),
  ageYears: z.number().min(0).max(130).nullable(),
  split: z.string().nullable(),
  pictures: z.array(datasetPictureSchema),
  /** Every vertebra that the record names, from the head down. */
  levels: z.array(levelSchema),
  landmarks: z.array(landmarkSchema),
  findings: z.array(recordedFindingSchema),
  problems: z.array(recordProblemSchema),
});
export type DatasetRecord = z.output<typeof datasetRecordSchema>;
