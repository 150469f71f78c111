import { z } from 'zod';

/** Numbers are points in the page as it is read: rotated upright, from its upper left corner. */
const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);

export const runSchema = z.object({
  text: z.string(),
  x: z.number(),
  /** Of the baseline. */
  y: z.number(),
  width: z.number(),
  size: z.number(),
  font: z.int(),
  /** Quarter turns clockwise from upright; null for any other angle. */
  turns: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.null()]),
});

/** How far a scan was turned clockwise to be read, and the size of its page as it lies. */
const turnedSchema = z.object({
  degrees: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
});

/** What stands on a page before anybody has thought about it. */
export const rawPageSchema = z.object({
  number: z.int().min(1),
  width: z.number().positive(),
  height: z.number().positive(),
  turned: turnedSchema.optional(),
  runs: z.array(runSchema),
  fonts: z.array(z.object({ name: z.string(), bold: z.boolean(), italic: z.boolean() })),
  /** Straight lines along an axis: [x0, y0, x1, y1], x0 <= x1 and y0 <= y1. */
  rules: z.array(box),
  /** Filled rectangles: bars of a chart, shaded cells, boxes behind text. [x, y, width, height] */
  panels: z.array(box),
  /** Whatever else is drawn. */
  shapes: z.array(box),
  images: z.array(
    z.object({
      box,
      pixels: z.tuple([z.number(), z.number()]),
      /** Too large to be drawn: only its place is known. */
      isRemoved: z.boolean().default(false),
    }),
  ),
});

export type Run = z.output<typeof runSchema>;
export type RawPage = z.output<typeof rawPageSchema>;
export type Turned = z.output<typeof turnedSchema>;
export type RawBox = z.output<typeof box>;
