import { z } from 'zod';

export const converters = ['paddleocr', 'mineru', 'marker', 'docling', 'unknown'] as const;
export type Converter = (typeof converters)[number];

/** Markdown as a converter wrote it (or somebody by hand: `unknown`), with the pictures that it
 *  names and what the converter put beside it: one document. */
export const converterDocument = {
  name: 'converter-document',
  schema: z.object({
    path: z.string(),
    converter: z.enum(converters),
    /** The Markdown as UTF-8. */
    markdown: z.string(),
    characters: z.int().min(0),
    pictures: z.array(
      z.object({
        /** As the Markdown writes it; of a picture held in the text itself, `data:` and its number. */
        src: z.string(),
        /** Inside the document's folder; null where the text itself holds the picture. */
        path: z.string().nullable(),
        format: z.enum(['png', 'jpeg', 'tiff', 'webp', 'gif', 'bmp']),
        bytes: z.int().min(1),
        sha256: z.string(),
      }),
    ),
    /** Pictures that the Markdown shows and that were told of as lost when it was collected. */
    absent: z.array(z.string()),
    side: z.array(
      z.object({
        role: z.enum(['content-list', 'meta', 'docling', 'layout']),
        path: z.string(),
        sha256: z.string(),
      }),
    ),
  }),
};
