import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { findDataset } from '../../../spine/index.ts';
import { publishedTables } from '../../audit/index.ts';
import type { MmDataset } from '../labels/labelled-case.ts';

const tableSchema = z.object({
  spinebench_mm: z.object({
    datasets: z.array(z.tuple([z.string(), z.string(), z.string(), z.string(), z.number()])),
  }),
});

/** How many the paper says it took of each dataset; what it counts is not said there. */
export function printedCounts(): Partial<Record<MmDataset, number>> {
  const { spinebench_mm } = tableSchema.parse(JSON.parse(readFileSync(publishedTables, 'utf8')));
  return Object.fromEntries(
    spinebench_mm.datasets.flatMap(([name, , , , count]) => {
      const found = findDataset(name);
      return found ? [[found.id, count]] : [];
    }),
  );
}
