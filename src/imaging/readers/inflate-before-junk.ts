import { crc32, createInflateRaw } from 'node:zlib';
import type { Compressed, Inflated } from './inflate-up-to.ts';
import { runInflater } from './run-inflater.ts';

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

function endOfGzipHeader(file: Buffer): number | undefined {
  if (file.length < 18 || file.readUInt16BE(0) !== 0x1f8b || file[2] !== 8) return undefined;
  const flags = file[3]!;
  let at = 10;
  if (flags & 4) at += 2 + file.readUInt16LE(at);
  // A name, then a comment, each up to a zero.
  for (const flag of [8, 16]) if (flags & flag) at = file.indexOf(0, at) + 1 || file.length;
  return flags & 2 ? at + 2 : at;
}
