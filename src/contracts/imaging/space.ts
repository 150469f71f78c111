import { z } from 'zod';

/**
 * Patient space, everywhere: millimetres, x to the patient's left, y to the back, z to the head
 * (LPS, as in DICOM). What comes in another frame is turned at its reader.
 */
export const vectorSchema = z.tuple([z.number(), z.number(), z.number()]).readonly();
export type Vector = z.output<typeof vectorSchema>;

/** A grid of voxels in patient space. Index (0, 0, 0) is the centre of the first voxel. */
export const gridSchema = z.object({
  /** Columns, rows, slices. */
  size: z.tuple([z.int().min(1), z.int().min(1), z.int().min(1)]).readonly(),
  spacingMm: vectorSchema,
  /** Unit vectors along which column, row and slice numbers grow. */
  directions: z.tuple([vectorSchema, vectorSchema, vectorSchema]).readonly(),
  originMm: vectorSchema,
});
export type Grid = z.output<typeof gridSchema>;
