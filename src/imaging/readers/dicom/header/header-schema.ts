import { z } from 'zod';
// Not through its index: the lists of the field would be loaded with it, 60 files for a vector.
import { vectorSchema } from '../../../../contracts/imaging/space.ts';

const uid = z.string().max(64).nullable();
const code = z.string().max(64).nullable();
/** Between rows, then between columns, as the standard orders them. */
const spacing = z.tuple([z.number().positive(), z.number().positive()]).nullable();

export const lookupTableSchema = z.object({
  /** The stored value that the first entry stands for. */
  first: z.int(),
  /** Of an entry. */
  bits: z.int().min(1).max(16),
  entries: z.custom<Uint16Array>(value => value instanceof Uint16Array),
});
export type LookupTable = z.output<typeof lookupTableSchema>;

/** What may differ from frame to frame. */
export const frameHeaderSchema = z.object({
  /** The centre of the first pixel. */
  positionMm: vectorSchema.nullable(),
  /** Unit vectors along a row (column numbers grow) and along a column. */
  directions: z.tuple([vectorSchema, vectorSchema]).nullable(),
  /** In the patient, or as the writer calibrated it. */
  pixelSpacingMm: spacing,
  sliceThicknessMm: z.number().positive().nullable(),
  sliceSpacingMm: z.number().nullable(),
  rescale: z.object({ slope: z.number(), intercept: z.number(), type: code }).nullable(),
  windows: z.array(z.object({ center: z.number(), width: z.number() })),
  /** Several frames at one place are told apart by these. */
  stack: code,
  inStackPosition: z.int().nullable(),
  temporalPosition: z.int().nullable(),
  echoTimeMs: z.number().nullable(),
  /** How strongly a picture is weighted by diffusion, in s/mm². */
  bValue: z.number().nullable(),
});
export type FrameHeader = z.output<typeof frameHeaderSchema>;

export const dicomImageSchema = z.object({
  rows: z.int().min(1).max(65_535),
  columns: z.int().min(1).max(65_535),
  frames: z
    .int()
    .min(1)
    .max(2 ** 31 - 1),
  samples: z.union([z.literal(1), z.literal(3), z.literal(4)]),
  /** As the file says it of its stored pixels: `MONOCHROME2`, `YBR_FULL_422`, … */
  photometric: z.string().max(64),
  /** Native colour: whether each sample has a plane of its own. */
  planar: z.boolean(),
  bitsAllocated: z.int().min(1).max(64),
  bitsStored: z.int().min(1).max(64),
  highBit: z.int().min(0).max(63),
  signed: z.boolean(),
  /** Stored values from one to the other mean that nothing was measured there. */
  padding: z.tuple([z.number(), z.number()]).nullable(),
  /** Where in the data set they stand; its length is null where fragments follow. */
  pixels: z.object({
    kind: z.enum(['integer', 'float', 'double']),
    vr: z.string().nullable(),
    offset: z.int().min(0),
    byteLength: z.int().min(0).nullable(),
  }),
  /** Of a projection: at the detector, or as a scanner of films says it. */
  detectorSpacingMm: spacing,
  pixelAspectRatio: spacing,
  /** For every frame; what a frame says itself stands in `perFrame`, which else is empty. */
  shared: frameHeaderSchema,
  perFrame: z.array(frameHeaderSchema),
  /** Stands in place of a rescale. */
  modalityTable: lookupTableSchema.nullable(),
  /** Red, green and blue of PALETTE COLOR. */
  palette: z.tuple([lookupTableSchema, lookupTableSchema, lookupTableSchema]).nullable(),
  /** What is there and is not applied by this reader. */
  ignored: z.array(z.enum(['overlays', 'voi-table', 'shutter', 'icon'])),
});
export type DicomImage = z.output<typeof dicomImageSchema>;

/** Of one file, without a word about the patient. */
export const dicomHeaderSchema = z.object({
  sopClassUid: uid,
  sopInstanceUid: uid,
  studyUid: uid,
  seriesUid: uid,
  frameOfReferenceUid: uid,
  transferSyntax: z.string().max(64),
  modality: code,
  imageType: z.array(z.string()),
  seriesDescription: z.string().nullable(),
  seriesNumber: z.int().nullable(),
  acquisitionNumber: z.int().nullable(),
  instanceNumber: z.int().nullable(),
  bodyPart: code,
  laterality: code,
  viewPosition: code,
  /** `HFS`, `FFP`, … */
  patientPosition: code,
  gantryTiltDeg: z.number().nullable(),
  characterSets: z.array(z.string()),
  /** Whether what was measured has been through lossy compression, now or before. */
  isLossy: z.boolean(),
  /** Null where the file holds no pixels. */
  image: dicomImageSchema.nullable(),
});
export type DicomHeader = z.output<typeof dicomHeaderSchema>;
