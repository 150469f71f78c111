import { z } from 'zod';
import { modelPaths, withoutVersion } from '../model-paths.ts';
import type { BatchLine } from './answer-line.ts';

const lineSchema = z.object({
  custom_id: z.string().min(1),
  method: z.literal('POST'),
  url: z.string(),
  body: z.record(z.string(), z.unknown()),
});

export type LineError = { code: string; message: string; line: number };

/** The lines of a file of questions, or what is wrong with them. */
export function readBatchFile(
  text: string,
  endpoint: string,
): { lines: BatchLine[]; errors: LineError[] } {
  const lines: BatchLine[] = [];
  const errors: LineError[] = [];
  const ids = new Set<string>();
  const dialect = modelPaths.get(withoutVersion(endpoint));
  const complain = (line: number, code: string, message: string) => {
    errors.push({ code, message, line });
  };
  if (!dialect) complain(0, 'invalid_endpoint', 'The endpoint is not one for batches.');
  for (const [index, row] of text.split('\n').entries()) {
    if (!dialect || row.trim() === '') continue;
    const parsed = parseLine(row);
    if (!parsed) complain(index + 1, 'invalid_json_line', 'This line is not in due form.');
    else if (ids.has(parsed.custom_id))
      complain(index + 1, 'duplicate_custom_id', 'This custom_id stands in an earlier line.');
    else if (parsed.url !== endpoint)
      complain(index + 1, 'mismatched_endpoint', 'The url is not the endpoint of the batch.');
    else {
      ids.add(parsed.custom_id);
      const route = { dialect, model: null, stream: false };
      lines.push({ id: parsed.custom_id, path: endpoint, route, body: parsed.body });
    }
  }
  if (lines.length === 0 && errors.length === 0)
    complain(0, 'empty_file', 'The file has no requests.');
  return { lines, errors };
}

function parseLine(row: string): z.output<typeof lineSchema> | null {
  try {
    return lineSchema.safeParse(JSON.parse(row)).data ?? null;
  } catch {
    return null;
  }
}
