import { z } from 'zod';

/** What a file can be, and what family of work it goes to. */
export const formats = {
  pdf: 'document',
  jats: 'document',
  markdown: 'document',
  text: 'document',
  docx: 'document',
  png: 'picture',
  jpeg: 'picture',
  tiff: 'picture',
  dicom: 'picture',
  nifti: 'volume',
  metaimage: 'volume',
  csv: 'table',
  xlsx: 'table',
  json: 'table',
} as const;

export type Format = keyof typeof formats;
export type Family = (typeof formats)[Format];

const schema = z.object({
  path: z.string(),
  bytes: z.int().min(0),
  sha256: z.string(),
  format: z.enum(Object.keys(formats) as [Format, ...Format[]]),
  family: z.enum(['document', 'picture', 'volume', 'table']),
});

/** A file whose format was read from its bytes. */
export const identifiedFile = { name: 'identified-file', schema };

/** The same of one that holds a whole document: it goes on to be read. */
export const documentFile = { name: 'document-file', schema };

/** Formats that hold a whole document. Markdown is none: its pictures stand beside it. */
export const wholeDocuments: readonly Format[] = ['pdf', 'jats'];
