import { benchmarkInvalid } from './benchmark-invalid.ts';
import { type FoundItem, noPictures } from './found-item.ts';
import { itemOfInspect } from './item-of-inspect.ts';
import { readLines } from './read-lines.ts';

/** JSON lines: an item of ours or a sample of Inspect's a line. */
export async function* readJsonLines(
  bytes: AsyncIterable<Buffer>,
  file: string,
): AsyncGenerator<FoundItem> {
  for await (const { text, number } of readLines(bytes)) {
    if (text.trim() === '') continue;
    const place = `${file}:${number}`;
    const value = parse(text, place);
    const isInspect = typeof value === 'object' && value !== null && isSample(value);
    yield isInspect ? itemOfInspect(value, place, number) : { value, place, pictures: noPictures };
  }
}

/** Inspect's samples have an input and a target; our items have neither. */
function isSample(value: object): boolean {
  return 'input' in value && 'target' in value && !('task' in value);
}

function parse(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw benchmarkInvalid('the line is not JSON', {
      place,
      hint: 'Write one JSON object a line.',
    });
  }
}
