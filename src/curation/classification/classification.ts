import { z } from 'zod';
import { orthopaedicCategories, subspecialties } from '../../spine/index.ts';

/** The field of orthopaedics that a text belongs to, null where to none; and of spine surgery,
 *  which of its fields, null where none can be told. */
export const classificationSchema = z
  .strictObject({
    category: z.enum(orthopaedicCategories.map(({ id }) => id)).nullable(),
    subspecialty: z.enum(subspecialties.map(({ id }) => id)).nullable(),
    confidence: z.enum(['high', 'low']),
  })
  .refine(
    ({ category, subspecialty }) => subspecialty === null || category === 'spine-surgery',
    'only spine surgery has sub-specialties here',
  );

export type Classification = z.output<typeof classificationSchema>;
