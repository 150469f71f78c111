import { z } from 'zod';

const encoded = {
  picture: z.custom<Uint8Array>(value => value instanceof Uint8Array),
  /** Which page of a picture file that has several, from 0. */
  frame: z.int().min(0).default(0),
  /** More pixels are not decoded. */
  maxPixels: z.number(),
};

/** In pixels of the picture: [x, y, width, height]. */
const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);

export const ocrQuestionSchema = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('measure'), ...encoded }),
  z.object({ ask: z.literal('read'), ...encoded }),
  z.object({
    ask: z.literal('cut'),
    ...encoded,
    regions: z.array(box).max(500),
    /** How far the picture is turned clockwise first. */
    degrees: z.number().default(0),
  }),
]);

export type OcrQuestion = z.input<typeof ocrQuestionSchema>;

export const ocrAnswerSchema = z.object({
  width: z.number().positive(),
  height: z.number().positive(),
  lines: z
    .array(
      z.object({
        text: z.string(),
        box,
        confidence: z.number(),
        /** Of the height of its box. */
        baseline: z.number(),
        /** Of the height of its box, above the baseline; 0 where that is not known. */
        ascent: z.number(),
        /** How much of it is ink; 0 where that is not known. */
        weight: z.number(),
      }),
    )
    .max(20_000),
  /** How far the picture was turned clockwise to be read, and its size before; all else is said of
   *  the picture as it was read. */
  turned: z.object({
    degrees: z.number(),
    width: z.number().positive(),
    height: z.number().positive(),
  }),
  /** Straight lines along the sides. */
  rules: z.array(box).max(2_000),
  /** Dark areas that are no text. */
  pictures: z.array(box).max(500),
});

export type OcrAnswer = z.output<typeof ocrAnswerSchema>;
export type OcrLine = OcrAnswer['lines'][number];
export type PixelBox = z.output<typeof box>;

export const measuredSchema = z.object({
  frames: z.int().min(1).max(100_000),
  width: z.int().min(1),
  height: z.int().min(1),
  dpi: z.number().nullable(),
});

export const cutSchema = z.array(z.custom<Uint8Array>(value => value instanceof Uint8Array));
