import { benchmarkInvalid } from './benchmark-invalid.ts';
import type { FoundItem } from './found-item.ts';
import { itemOfImageTask } from './item-of-image-task.ts';
import { readJsonLines } from './read-json-lines.ts';

/** Text of this length is still one string. */
const mostBytes = 400 * 2 ** 20;

/** A `.json` file: an array of questions as users of the second SpineBench have them. Where it is
 *  none its lines are read, for that is what some call their JSON lines. */
export async function* readJsonArray(
  bytes: AsyncIterable<Buffer>,
  file: string,
): AsyncGenerator<FoundItem> {
  const whole = await gather(bytes, file);
  const text = whole.toString('utf8').replace(/^\ufeff/, '');
  if (!/^\s*\[/.test(text)) {
    yield* readJsonLines(one(whole), file);
    return;
  }
  for (const [at, value] of parse(text, file).entries())
    yield itemOfImageTask(value, `${file}:${at + 1}`, at + 1);
}

async function gather(bytes: AsyncIterable<Buffer>, file: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > mostBytes)
      throw benchmarkInvalid('the file is too large to be read in one piece', {
        place: file,
        hint: 'Write it as JSON lines, an item a line.',
      });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

function parse(text: string, file: string): unknown[] {
  try {
    return JSON.parse(text) as unknown[];
  } catch {
    throw benchmarkInvalid('the file is not JSON', {
      place: file,
      hint: 'Write a JSON array of questions, or one JSON object a line.',
    });
  }
}
