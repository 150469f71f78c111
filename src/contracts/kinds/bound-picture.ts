import { z } from 'zod';
import { sha256Schema } from '../models/index.ts';

const lines = z.tuple([z.int(), z.int()]);

const bound = {
  origin: z.string(),
  language: z.enum(['en', 'zh']).nullable(),
  src: z.string(),
  sha256: sha256Schema,
  label: z.string().nullable(),
  caption: z
    .object({
      text: z.string(),
      lines,
      /** The converter's own file, where that says it and not the Markdown. */
      file: sha256Schema.optional(),
    })
    .nullable(),
  context: z.array(
    z.object({
      text: z.string(),
      lines,
      relation: z.enum(['mention', 'adjacent']),
      rule: z.string(),
      confidence: z.number(),
    }),
  ),
};

/** A picture with the text that is about it. */
export const boundPicture = { name: 'bound-picture', schema: z.object(bound) };

/** The same, once the text was held against the picture. */
export const checkedPicture = {
  name: 'checked-picture',
  schema: z.object({
    ...bound,
    verdict: z.enum(['consistent', 'unsure']),
    /** Words of the text on which the verdict rests. */
    evidence: z.string(),
    reason: z.string().nullable(),
    by: z.object({ name: z.string(), offline: z.boolean(), method: z.string().nullable() }),
  }),
};

/** What became of a document's pictures. */
export const boundDocument = {
  name: 'bound-document',
  schema: z.object({
    origin: z.string(),
    language: z.enum(['en', 'zh']).nullable(),
    title: z.string().nullable(),
    markdown: sha256Schema,
    /** All that it shows: bound, rejected here, or absent and told of before. */
    pictures: z.int().min(0),
    bound: z.int().min(0),
    absent: z.int().min(0),
  }),
};
