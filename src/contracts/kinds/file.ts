import { z } from 'zod';

/** A file as it was collected: nothing is known yet but its name and its bytes. */
export const file = {
  name: 'file',
  schema: z.object({ path: z.string(), bytes: z.int().min(0), sha256: z.string() }),
};
