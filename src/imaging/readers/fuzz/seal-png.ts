import { crc32 } from 'node:zlib';

/** The checksums of its parts as they ought to be, as far as its parts can be told. */
export function sealPng(file: Buffer): Buffer {
  const sealed = Buffer.from(file);
  for (let at = 8; at + 12 <= sealed.length; ) {
    const end = at + 8 + sealed.readUInt32BE(at);
    if (end + 4 > sealed.length) break;
    sealed.writeUInt32BE(crc32(sealed.subarray(at + 4, end)), end);
    at = end + 4;
  }
  return sealed;
}
