import { z } from 'zod';
import { type Family, type Format, formats } from './identified-file.ts';

const shared = {
  /** What stands for the case, and for the file in it, wherever their names must not show. */
  case: z.string(),
  file: z.string(),
  /** Inside the case's folder. It may name the patient: it goes into no message and no log. */
  path: z.string(),
  bytes: z.int().min(0),
  sha256: z.string(),
  format: z.enum(Object.keys(formats) as [Format, ...Format[]]),
  family: z.enum(['document', 'picture', 'volume', 'table'] satisfies Family[]),
};

/** A file of a hospital case, as it was collected. */
export const caseFile = { name: 'case-file', schema: z.object(shared) };

/** The same after extraction: its text as a blob of UTF-8 where it is a record. */
export const caseItem = {
  name: 'case-item',
  schema: z.object({ ...shared, text: z.string().nullable() }),
};
