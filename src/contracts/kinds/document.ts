import { z } from 'zod';
import { sha256Schema } from '../models/index.ts';

/** A text with its pictures, whatever it was made of: Markdown, and a picture for each name that
 *  the Markdown shows one under. */
export const documentText = {
  name: 'document',
  schema: z.object({
    /** Where it came from, for people: a path, an accession. */
    origin: z.string(),
    title: z.string().nullable(),
    language: z.enum(['en', 'zh']).nullable(),
    markdown: sha256Schema,
    /** document.json, where an extraction of ours wrote it. */
    details: sha256Schema.nullable(),
    pictures: z.array(z.object({ src: z.string(), sha256: sha256Schema })),
    /** Names of pictures that the Markdown shows and nobody has, and whoever lost them said so. */
    absent: z.array(z.string()),
    /** Captions that stand in a converter's own file and not, or not whole, in the Markdown. */
    captions: z
      .array(z.object({ src: z.string(), text: z.string(), file: sha256Schema }))
      .optional(),
  }),
};
