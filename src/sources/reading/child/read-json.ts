import { decodeText } from '../decode-text.ts';
import { limits } from '../limits.ts';
import type { JsonEntry } from '../protocol.ts';
import { ReadFailure } from '../read-failure.ts';

/** The entries of a list, of the one list that an object holds, or of one object a line. A
 *  line that is no JSON is an entry without a value. */
export function readJson(bytes: Buffer): JsonEntry[] {
  const decoded = decodeText(bytes);
  if (!decoded) throw new ReadFailure('broken');
  const text = decoded.text.replace(/^\ufeff/, '');
  const entries = wholeOf(text) ?? linesOf(text);
  if (entries.length > limits.rows) throw new ReadFailure('over-limits');
  return entries;
}

function wholeOf(text: string): JsonEntry[] | undefined {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch {
    return undefined;
  }
  const list = Array.isArray(whole) ? whole : listIn(whole);
  return list.map((value, index) => ({ place: `entry ${index + 1}`, value }));
}

/** `{"questions": […]}`, `{"data": […]}`; an object without such a list is an entry itself. */
function listIn(whole: unknown): unknown[] {
  const lists = Object.values(whole ?? {}).filter(
    (value): value is object[] => Array.isArray(value) && value.some(isObject),
  );
  return lists.length === 1 ? lists[0]! : [whole];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function linesOf(text: string): JsonEntry[] {
  let anyGood = false;
  const entries = text.split(/\r?\n/).flatMap((line, index): JsonEntry[] => {
    if (!line.trim()) return [];
    const place = `line ${index + 1}`;
    try {
      const value: unknown = JSON.parse(line);
      anyGood = true;
      return [{ place, value }];
    } catch {
      return [{ place, value: undefined }];
    }
  });
  if (!anyGood) throw new ReadFailure('broken');
  return entries;
}
