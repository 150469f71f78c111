import { z } from 'zod';
import { sha256Schema } from '../models/index.ts';

/** Pictures of a document's pages, in their order, before they are read. */
export const scannedDocument = {
  name: 'scanned-document',
  schema: z.object({
    path: z.string(),
    title: z.string().nullable(),
    pages: z
      .array(
        z.object({
          path: z.string(),
          format: z.enum(['png', 'jpeg', 'tiff']),
          bytes: z.int().min(1),
          sha256: sha256Schema,
        }),
      )
      .min(1),
  }),
};
