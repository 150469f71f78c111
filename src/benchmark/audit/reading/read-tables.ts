import { arrangeTables } from './arrange-tables.ts';
import { tableNames, tablesSchema } from './schema.ts';
import { invalidTables, misshapen } from './shape-error.ts';
import type { Tables } from './tables.ts';

/** Parses a file of published tables; the error names the first place that is off. */
export function readTables(input: unknown): Tables {
  const parsed = tablesSchema.safeParse(input);
  if (!parsed.success) throw misshapen(parsed.error.issues);
  if (!tableNames.some(name => parsed.data[name] !== undefined)) {
    throw invalidTables('none of the known tables stands in this file', 'the file');
  }
  return arrangeTables(parsed.data);
}
