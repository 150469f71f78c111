import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type BenchmarkItem, benchmarkItemSchema } from '../../contracts/benchmark/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import { readLines } from './read-lines.ts';

/** What a pass over a benchmark file leaves behind. */
export type Digest = { sha256: string };

/** A benchmark file in our own form, a JSON object a line. The first line that is none ends it,
 *  with its number: a benchmark with holes is another benchmark. */
export async function* readItems(file: string): AsyncGenerator<BenchmarkItem, Digest> {
  await checkFile(file);
  const digest = createHash('sha256');
  const lineOf = new Map<string, number>();
  const bytes = createReadStream(file, { highWaterMark: 1 << 20 });
  for await (const { text, number } of readLines(bytes, chunk => digest.update(chunk))) {
    if (text.trim() === '') continue;
    const item = parseItem(text, `${file}:${number}`);
    const earlier = lineOf.get(item.id);
    if (earlier !== undefined) {
      throw benchmarkInvalid(`the item's id stands in line ${earlier} already`, {
        place: `${file}:${number}`,
        hint: 'Give every item an id of its own.',
      });
    }
    lineOf.set(item.id, number);
    yield item;
  }
  if (lineOf.size === 0) {
    throw benchmarkInvalid('there is no item in it', {
      place: file,
      hint: 'A benchmark is a file of JSON lines, an item a line.',
    });
  }
  return { sha256: digest.digest('hex') };
}

async function checkFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile()) return;
  throw benchmarkInvalid(found ? 'this is no file' : 'there is no such file', {
    place: file,
    hint: 'Give the benchmark as a file of JSON lines, an item a line.',
  });
}

function parseItem(text: string, place: string): BenchmarkItem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw benchmarkInvalid('the line is not JSON', {
      place,
      hint: 'Write one JSON object a line.',
    });
  }
  const parsed = benchmarkItemSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const field = issues[0]!.path.join('.');
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  throw benchmarkInvalid(
    field === ''
      ? 'the line is not a JSON object'
      : `\`${field}\` is missing or not as it should be${more}`,
    { place, hint: 'docs/benchmark.md says what an item looks like.' },
  );
}

export function benchmarkInvalid(
  message: string,
  { place, hint }: { place: string; hint: string },
): SpinemedError {
  return new SpinemedError({ code: 'benchmark-invalid', mender: 'user', message, place, hint });
}
