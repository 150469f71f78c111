import type { ByteSource } from '../byte-source.ts';
import { inflateUpTo } from '../inflate-up-to.ts';
import { tooLarge, truncated, unreadable } from '../read-errors.ts';
import type { PictureNote } from '../stored-picture.ts';
import { type StoredValues, type ValueType, viewValues } from '../value-type.ts';
import { metaValueFiles } from './meta-value-files.ts';
import { isSet, type MetaHeader, numbersOf } from './parse-meta-header.ts';
import { parseMetaText } from './parse-meta-text.ts';

export type WantedValues = {
  type: ValueType;
  /** Bytes of values before those that are wanted. */
  skip: number;
  length: number;
  /** Bytes of values in all. */
  of: number;
  maxBytes: number;
  notes: PictureNote[];
};

/** From behind the header, from one other file, or from many that follow each other. */
export async function readMetaValues(
  source: ByteSource,
  header: MetaHeader,
  wanted: WantedValues,
): Promise<{ values: StoredValues; valueFiles: string[] }> {
  const { skip, length, of } = wanted;
  const order =
    isSet(header, 'binarydatabyteordermsb', 'elementbyteordermsb') && isBinary(header)
      ? 'big'
      : 'little';
  const names = await metaValueFiles(source, header);
  if (!names) {
    const bytes = await readBlock(source, header, header.endsAt, wanted);
    return { values: viewValues(wanted.type, bytes, order), valueFiles: [] };
  }
  const share = of / names.length;
  if (!Number.isInteger(share)) throw unreadable('its values cannot lie in that many files');
  const parts: Uint8Array[] = [];
  for (const [at, name] of names.entries()) {
    const from = Math.max(skip - at * share, 0);
    const to = Math.min(skip + length - at * share, share);
    if (to <= from) continue;
    const file = await source.beside(name);
    try {
      const block = { ...wanted, skip: from, length: to - from, of: share };
      parts.push(await readBlock(file, header, 0, block));
    } finally {
      await file.close();
    }
  }
  const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  return { values: viewValues(wanted.type, bytes, order), valueFiles: names };
}

async function readBlock(
  source: ByteSource,
  header: MetaHeader,
  start: number,
  wanted: WantedValues,
): Promise<Uint8Array> {
  const { skip, length, of, maxBytes, notes } = wanted;
  const [stated = 0] = numbersOf(header, 'headersize') ?? [];
  // -1: the values are the last of the file, whatever stands before.
  const valuesAt = stated > 0 ? stated : stated === -1 ? Math.max(start, source.size - of) : start;
  if (!isBinary(header)) {
    const text = await source.read(valuesAt, textLimit(of, maxBytes));
    return parseMetaText(text, wanted);
  }
  if (isSet(header, 'compresseddata')) {
    const end = skip + length;
    if (end > maxBytes) throw tooLarge(maxBytes);
    const at = stated === -1 ? start : valuesAt;
    const compressed = { size: source.size - at, pieces: () => source.pieces(at) };
    const { bytes, isWhole } = await inflateUpTo(compressed, end);
    if ((!isWhole || bytes.length > end) && end === of) notes.push('bytes-after-the-end');
    return bytes.subarray(skip, end);
  }
  const bytes = await source.read(valuesAt + skip, length);
  if (bytes.length < length) throw truncated();
  if (source.size > valuesAt + of) notes.push('bytes-after-the-end');
  return bytes;
}

function isBinary({ fields }: MetaHeader): boolean {
  return !/^[f0n]/i.test(fields.get('binarydata') ?? 'True');
}

/** A number and its space take at most this many letters. */
const lettersPerValue = 32;

function textLimit(of: number, maxBytes: number): number {
  return Math.min(of * lettersPerValue, maxBytes);
}
