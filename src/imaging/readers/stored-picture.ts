import { z } from 'zod';
import { gridSchema } from '../../contracts/imaging/index.ts';
import { storedFormats } from './tell-format.ts';
import { type StoredValues, valueTypeOf } from './value-type.ts';

/** What a reader had to assume or leave aside. */
export const pictureNotes = [
  /** The file does not say how it lies in the patient. */
  'orientation-assumed',
  /** A spacing of nought, or none: taken as 1 mm. */
  'spacing-assumed',
  /** Its axes are not at right angles. */
  'axes-sheared',
  /** What it says in letters about its orientation is not what its matrix says. */
  'orientation-contradicts',
  'bytes-after-the-end',
  /** Its values are said to have more bits than are kept of them: all that are kept were taken. */
  'bits-beyond-allocated',
  /** One of several volumes, or frames of DICOM, was asked for. */
  'one-of-several',
  /** Of a projection: millimetres at the detector, where everything is larger. */
  'spacing-at-detector',
  /** A camera's mark to turn or mirror the picture was left for the viewer. */
  'turn-not-applied',
  /** Values are numbers of colours in a table. */
  'palette-indices',
] as const;
export type PictureNote = (typeof pictureNotes)[number];

const count = z.int().min(1);
const mm = z.number().nullable();

/** All that a picture file says but its values. */
export const pictureFactsSchema = z.object({
  format: z.enum(storedFormats),
  /** In the file's own word; null where it has none. */
  modality: z.string().max(64).nullable(),
  /** Columns, rows, slices. */
  size: z.tuple([count, count, count]).readonly(),
  /** One after the other, as those of time are. */
  volumes: count,
  channels: count,
  /** What stored values mean: value × slope + intercept. */
  rescale: z.object({ slope: z.number(), intercept: z.number() }),
  /** As the file advises; after rescale. */
  window: z.object({ center: z.number(), width: z.number() }).nullable(),
  /** Null where the file does not say. */
  spacingMm: z.tuple([mm, mm, mm]).readonly().nullable(),
  /** `LPS`: where in the patient column, row and slice numbers grow to. */
  orientation: z.string().length(3).nullable(),
  /** Where all of it lies in the patient; null where the file does not place it. */
  grid: gridSchema.nullable(),
  /** The UID, of DICOM. */
  transferSyntax: z.string().max(64).nullable(),
  /** Where its values are when they are not in the file itself: names within its folder. */
  valueFiles: z.array(z.string()),
  notes: z.array(z.enum(pictureNotes)),
});

/** What a picture file holds, as it holds it. Values stand volume after volume, in each column
 *  fastest, then row, then slice; the channels of a pixel side by side. */
export const storedPictureSchema = pictureFactsSchema
  .extend({ values: z.custom<StoredValues>(isValues) })
  .refine(({ size, volumes, channels, values }) => {
    return values.length === size[0] * size[1] * size[2] * volumes * channels;
  });
export type StoredPicture = z.output<typeof storedPictureSchema>;

function isValues(value: unknown): boolean {
  return ArrayBuffer.isView(value) && valueTypeOf(value as StoredValues) !== undefined;
}

export type ReadOptions = {
  /** Of the values, and of what is inflated on the way to them. */
  maxBytes: number;
  /** Only this volume, or this frame of DICOM, from 0; all of them unless given. */
  nth?: number | undefined;
};
