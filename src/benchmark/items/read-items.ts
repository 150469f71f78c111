import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { type BenchmarkItem, benchmarkItemSchema } from '../../contracts/benchmark/index.ts';
import { benchmarkInvalid } from './benchmark-invalid.ts';
import type { FoundItem } from './found-item.ts';
import { readJsonArray } from './read-json-array.ts';
import { readJsonLines } from './read-json-lines.ts';
import { readVlmevalkitRows } from './read-vlmevalkit-rows.ts';

export type ReadItem = { item: BenchmarkItem; pictures: FoundItem['pictures'] };

/** What a pass over a benchmark file leaves behind. */
export type Digest = { sha256: string };

/** A benchmark file: our JSON lines, Inspect's, VLMEvalKit's table, or an array of questions as
 *  users of the second SpineBench have them. The first item that is
 *  none ends it, with its line: a benchmark with holes is another benchmark. */
export async function* readItems(file: string): AsyncGenerator<ReadItem, Digest> {
  await checkFile(file);
  const digest = createHash('sha256');
  const bytes = seen(createReadStream(file, { highWaterMark: 1 << 20 }), digest);
  const read = readers[path.extname(file).toLowerCase()] ?? readJsonLines;
  const found = read(bytes, file);
  const placeOf = new Map<string, string>();
  for await (const { value, place, pictures } of found) {
    const item = checked(value, place);
    const earlier = placeOf.get(item.id);
    if (earlier !== undefined) {
      throw benchmarkInvalid(`the item's id stands in line ${earlier} already`, {
        place,
        hint: 'Give every item an id of its own.',
      });
    }
    placeOf.set(item.id, place.slice(place.lastIndexOf(':') + 1));
    yield { item, pictures };
  }
  if (placeOf.size === 0) {
    throw benchmarkInvalid('there is no item in it', {
      place: file,
      hint: 'A benchmark is a file of JSON lines, an item a line.',
    });
  }
  return { sha256: digest.digest('hex') };
}

/** By the file's ending; JSON lines are called whatever. */
const readers: Readonly<Record<string, typeof readJsonLines | undefined>> = {
  '.tsv': readVlmevalkitRows,
  '.json': readJsonArray,
};

async function* seen(chunks: AsyncIterable<Buffer>, digest: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    digest.update(chunk);
    yield chunk;
  }
}

async function checkFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile()) return;
  throw benchmarkInvalid(found ? 'this is no file' : 'there is no such file', {
    place: file,
    hint: 'Give the benchmark as a file of JSON lines, an item a line.',
  });
}

function checked(value: unknown, place: string): BenchmarkItem {
  const parsed = benchmarkItemSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const [issue] = issues;
  const field = issue!.path.join('.');
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  throw benchmarkInvalid(
    field === '' ? 'the line is not a JSON object' : `\`${field}\` ${whatIsWrong(issue!)}${more}`,
    { place, hint: 'docs/benchmark.md says what an item looks like.' },
  );
}

/** Our own words alone: what others' hold may quote the item. */
function whatIsWrong(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom' || issue.code === 'invalid_format') return issue.message;
  if (issue.code === 'invalid_value') return `is missing or none of ${issue.values.join(', ')}`;
  if (issue.code !== 'invalid_type') return 'is not as it should be';
  return issue.message.endsWith('received undefined') ? 'is missing' : `is no ${issue.expected}`;
}
