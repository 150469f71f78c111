import { z } from 'zod';
import { dataClassSchema } from '../data-class.ts';

/** `source.yaml`: what may be done with the files beside and below it. */
export const sourceFileSchema = z.strictObject({
  title: z.string().min(1).optional(),
  class: dataClassSchema.default('licensed'),
  licence: z.string().min(1).optional(),
  redistribution: z.string().min(1).optional(),
  language: z.enum(['en', 'zh']).optional(),
  /** Pictures are pages of a document, to be read: those of each folder in the order of the
   *  numbers in their names. */
  pages: z.literal('scanned').optional(),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/, 'a DOI such as 10.1000/182')
    .optional(),
  isbn: z
    .string()
    .regex(/^[\d-]{9,16}[\dXx]$/, 'an ISBN of 10 or 13 digits')
    .optional(),
});

export type SourceFile = z.output<typeof sourceFileSchema>;
