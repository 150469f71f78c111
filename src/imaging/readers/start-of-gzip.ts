import { constants, inflateRawSync } from 'node:zlib';

/** What the first bytes of a gzip file make, without a look at its checksum; nothing where it is
 *  no gzip. Of a bomb four kilobytes make no more than four megabytes. */
export function startOfGzip(head: Uint8Array): Buffer {
  const file = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const start = endOfGzipHeader(file);
  if (start === undefined) return Buffer.alloc(0);
  // Damage further on must not hide what the beginning says.
  for (const length of [4096, 1024, 512]) {
    try {
      const part = file.subarray(start, start + length);
      return inflateRawSync(part, { finishFlush: constants.Z_SYNC_FLUSH });
    } catch {}
  }
  return Buffer.alloc(0);
}

export function endOfGzipHeader(file: Buffer): number | undefined {
  if (file.length < 18 || file.readUInt16BE(0) !== 0x1f8b || file[2] !== 8) return undefined;
  const flags = file[3]!;
  let at = 10;
  if (flags & 4) at += 2 + file.readUInt16LE(at);
  // A name, then a comment, each up to a zero.
  for (const flag of [8, 16]) if (flags & flag) at = file.indexOf(0, at) + 1 || file.length;
  return flags & 2 ? at + 2 : at;
}
