import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readApart } from '../../reading/read-apart.ts';

const numberSchema = z
  .union([z.number(), z.string().regex(/^\s*-?\d+(\.\d+)?\s*$/)])
  .transform(Number);
const centreSchema = z.object({
  label: numberSchema,
  X: numberSchema,
  Y: numberSchema,
  Z: numberSchema,
});
const frameSchema = z.object({
  direction: z.array(z.enum(['L', 'R', 'P', 'A', 'S', 'I'])).length(3),
});

export type Centre = z.output<typeof centreSchema> & { place: string };
export type Centres = {
  /** Where the numbers grow to; null where the file does not say. */
  codes: readonly string[] | null;
  centres: Centre[];
  /** Entries that are neither. */
  odd: string[];
};

/** Null where the file as a whole cannot be read. */
export async function readCentres(file: string, signal: AbortSignal): Promise<Centres | null> {
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return null;
  const read = await readApart('json', bytes, signal);
  if ('why' in read) return null;
  const found: Centres = { codes: null, centres: [], odd: [] };
  for (const { place, value } of read.value) {
    const frame = frameSchema.safeParse(value);
    const centre = centreSchema.safeParse(value);
    if (frame.success) found.codes = frame.data.direction;
    else if (centre.success) found.centres.push({ ...centre.data, place });
    else found.odd.push(place);
  }
  return found;
}
