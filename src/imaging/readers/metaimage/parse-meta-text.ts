import { truncated, unreadable } from '../read-errors.ts';
import { bytesPerValue, type StoredValues, type ValueType, viewValues } from '../value-type.ts';

type Wanted = { type: ValueType; skip: number; length: number };

/** Values written as words, with any space between them; gives the bytes that they would have
 *  had. */
export function parseMetaText(text: Uint8Array, { type, skip, length }: Wanted): Uint8Array {
  const size = bytesPerValue(type);
  const end = (skip + length) / size;
  const letters = Buffer.from(text.buffer, text.byteOffset, text.byteLength).toString('latin1');
  const words = letters.matchAll(/[^\s,]+/g);
  const bytes = new Uint8Array(length);
  const values = viewValues(type, bytes, 'little');
  let at = 0;
  for (const [word] of words) {
    if (at >= end) break;
    if (at >= skip / size) put(values, at - skip / size, word);
    at++;
  }
  if (at < end) throw truncated();
  return bytes;
}

function put(values: StoredValues, at: number, word: string): void {
  if (values instanceof BigInt64Array || values instanceof BigUint64Array) {
    if (!/^[+-]?\d{1,20}$/.test(word)) throw notNumbers();
    values[at] = BigInt(word.replace('+', ''));
    return;
  }
  const value = Number(word);
  if (Number.isNaN(value) && !/^[+-]?nan$/i.test(word)) throw notNumbers();
  values[at] = value;
}

function notNumbers() {
  return unreadable('it has words where values belong');
}
