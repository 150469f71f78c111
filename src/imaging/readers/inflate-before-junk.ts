import { crc32, createInflateRaw } from 'node:zlib';
import { type Compressed, type Inflated, runInflater } from './run-inflater.ts';
import { endOfGzipHeader } from './start-of-gzip.ts';

/** A gzip stream with something behind it that is no gzip, as disks and mail leave it there: zlib
 *  refuses the whole. Undefined where the stream itself is damaged. */
export async function inflateBeforeJunk(
  compressed: Compressed,
  wantedBytes: number,
): Promise<Inflated | undefined> {
  const pieces: Uint8Array[] = [];
  for await (const piece of compressed.pieces()) pieces.push(piece);
  const file = Buffer.concat(pieces);
  const start = endOfGzipHeader(file);
  if (start === undefined) return undefined;
  const stream = async function* () {
    yield file.subarray(start);
  };
  const found = await runInflater(createInflateRaw, stream(), wantedBytes).catch(() => undefined);
  if (!found) return undefined;
  const end = start + found.takenBytes;
  if (!found.isWhole) return { ...found, isWhole: false };
  if (end + 8 > file.length) return undefined;
  const isRight =
    file.readUInt32LE(end) === crc32(found.bytes) &&
    file.readUInt32LE(end + 4) === found.bytes.length % 2 ** 32;
  return isRight ? { bytes: found.bytes, isWhole: false } : undefined;
}
