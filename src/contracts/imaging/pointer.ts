import { z } from 'zod';
import { datasets } from '../../spine/index.ts';
import { sha256Schema } from '../models/index.ts';
import type { DatasetRecord } from './dataset-record.ts';

/** What stands for a picture of an open dataset wherever we pass something on: whoever has the
 *  dataset from its owners finds the picture by it, and can tell that it is the same. */
export const pointerSchema = z.object({
  dataset: z.enum(datasets.map(({ id }) => id) as [string, ...string[]]),
  version: z.string(),
  /** Within the dataset's folder, with `/`. */
  path: z.string(),
  /** Of a volume, from 0; null for a plain picture or a volume as a whole. */
  slice: z.int().min(0).nullable(),
  /** Of the file; of a series of files, of their digests in order of place. */
  sha256: sha256Schema,
});
export type Pointer = z.output<typeof pointerSchema>;

/** Null while the picture was not read, or is not there. */
export function pointerTo(
  { dataset, version, pictures }: DatasetRecord,
  picture: number,
  slice: number | null = null,
): Pointer | null {
  const found = pictures[picture];
  if (!found || found.sha256 === null) return null;
  return { dataset, version, path: found.path, slice, sha256: found.sha256 };
}
