import { z } from 'zod';
// Not through its index: the lists of the field would be loaded with it, 60 files for a vector.
import { vectorSchema } from '../../contracts/imaging/space.ts';
import { planeNames } from './slice-plane.ts';
import { RULE_VERSION } from './slice-rule.ts';
import { windowNames } from './window-values.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const window = z.object({ name: z.enum(windowNames), center: z.number(), width: z.number() });

export const sliceRuleSchema = z.object({
  name: z.literal('even-over-spine'),
  version: z.literal(RULE_VERSION),
  /** The rule in a sentence. */
  statement: z.string(),
  wanted: z.int(),
  /** Slices that the volume has in this plane. */
  available: z.int(),
  spine: z.object({ found: z.boolean(), evidence: z.enum(['bone', 'alternation']).nullable() }),
  /** First and last slice number of the part that they were spread over. */
  range: z.tuple([z.int(), z.int()]),
  /** Whether that part was taken wider than the spine, to hold so many slices. */
  widened: z.boolean(),
});

export const sliceSchema = z.object({
  /** The PNG, beside this file. */
  file: z.string(),
  sha256,
  /** Slice number in the volume, from 0, as it is stored. */
  index: z.int().min(0),
  /** Centre of the PNG's top left pixel in the patient (LPS); null where the file places nothing. */
  positionMm: vectorSchema.nullable(),
  /** From the first slice of the list, across the slices. */
  offsetMm: z.number(),
  size: z.tuple([z.int(), z.int()]),
  /** From pixel to pixel, across and down. */
  spacingMm: z.tuple([z.number(), z.number()]),
  /** Where columns and rows grow to: `LP`, `PI`, `LI`. Null where the file places nothing. */
  orientation: z.string().nullable(),
  window,
  /** The file it comes from and its frame there; null where it is cut through all of them. */
  source: z.object({ path: z.string(), frame: z.int(), sha256 }).nullable(),
});

/** `slices.json`: where each picture of a case comes from, and why these. */
export const slicesFileSchema = z.object({
  format: z.literal('spinemed-slices'),
  version: z.literal(1),
  asked: z.object({
    count: z.int(),
    plane: z.enum(planeNames),
    window: z.enum(windowNames).nullable(),
    seriesUid: z.string().nullable(),
  }),
  source: z.object({
    path: z.string(),
    format: z.enum(['dicom', 'nifti', 'metaimage']),
    modality: z.enum(['CT', 'MRI', 'XR']).nullable(),
    seriesUid: z.string().nullable(),
    files: z.array(z.object({ path: z.string(), bytes: z.int(), sha256 })),
    /** Of the same series, and left out for what is wrong with them. */
    damaged: z.array(z.object({ path: z.string(), code: z.string() })),
  }),
  /** Of the files' places, sizes and times: while it is the same, so are the pictures. */
  seen: sha256.nullable(),
  volume: z.object({
    size: z.tuple([z.int(), z.int(), z.int()]),
    spacingMm: vectorSchema,
    orientation: z.string().nullable(),
  }),
  plane: z.string(),
  rule: sliceRuleSchema,
  slices: z.array(sliceSchema),
  notes: z.array(z.string()),
});

/** Of a record of any version: which pictures beside it are its own. */
export const ownedFilesSchema = z.object({
  format: z.literal('spinemed-slices'),
  slices: z.array(z.object({ file: z.string() })),
});
export type SlicesFile = z.output<typeof slicesFileSchema>;
export type Slice = z.output<typeof sliceSchema>;
export type Asked = SlicesFile['asked'];
