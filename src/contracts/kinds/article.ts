import { z } from 'zod';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** A picture that an article shows: under which name, and in which of its figures. */
export const articlePictureSchema = z.object({
  /** What the article calls it. */
  href: z.string(),
  /** Ids of the figures that show it; empty where it stands alone. */
  figures: z.array(z.string()),
  format: z.enum(['jpeg', 'png', 'gif', 'tiff', 'webp', 'bmp']),
  bytes: z.int().min(1),
  sha256: sha256Schema,
});

/** The full text of a published article in JATS, with those of its pictures that may be used. */
export const article = {
  name: 'article',
  schema: z.object({
    /** doi, pmcid, pmid … */
    identifiers: z.record(z.string(), z.string()),
    title: z.string(),
    language: z.enum(['en', 'zh']).nullable(),
    /** `cc by-nc` and its like. */
    licence: z.string(),
    xml: z.object({ bytes: z.int().min(1), sha256: sha256Schema }),
    pictures: z.array(articlePictureSchema),
    /** Names of pictures that the article shows and that were not taken; each is a reject of the
     *  collection, with its reason. */
    withheld: z.array(z.string()),
  }),
};

export type ArticlePicture = z.output<typeof articlePictureSchema>;
