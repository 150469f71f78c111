import { crc32 } from 'node:zlib';
import { truncated, unreadable } from '../read-errors.ts';

export type PngHeader = {
  width: number;
  height: number;
  bits: number;
  channels: number;
  hasPalette: boolean;
  isInterlaced: boolean;
};

/** Of each type of colour: channels, and the bits that a sample may have. */
const colourTypes: Record<number, { channels: number; depths: number[] }> = {
  0: { channels: 1, depths: [1, 2, 4, 8, 16] },
  2: { channels: 3, depths: [8, 16] },
  3: { channels: 1, depths: [1, 2, 4, 8] },
  4: { channels: 2, depths: [8, 16] },
  6: { channels: 4, depths: [8, 16] },
};

/** The header and the pieces of the compressed rows; what else a file tells is left aside. */
export function readPngChunks(bytes: Uint8Array): { header: PngHeader; data: Uint8Array[] } {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  let header: PngHeader | undefined;
  for (let at = 8; ; ) {
    if (at + 12 > file.length) throw truncated();
    const length = file.readUInt32BE(at);
    const name = file.toString('latin1', at + 4, at + 8);
    const end = at + 8 + length;
    if (end + 4 > file.length) throw truncated();
    // Of small letters are those that one may do without.
    if (/^[A-Z]/.test(name) && file.readUInt32BE(end) !== crc32(file.subarray(at + 4, end)))
      throw unreadable('a part of it does not fit its checksum');
    const body = file.subarray(at + 8, end);
    if (!header && name !== 'IHDR') throw unreadable('it does not begin with its header');
    if (name === 'IHDR') header ??= parseHeader(body);
    if (name === 'IDAT') data.push(body);
    if (name === 'IEND') return { header: header!, data };
    at = end + 4;
  }
}

function parseHeader(body: Buffer): PngHeader {
  if (body.length < 13) throw truncated();
  const [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
  const bits = body[8]!;
  const type = colourTypes[body[9]!];
  if (!type?.depths.includes(bits)) throw unreadable('it has no known type of colour');
  if (width === 0 || height === 0) throw unreadable('it has a side without extent');
  if (body[10] !== 0 || body[11] !== 0 || body[12]! > 1)
    throw unreadable('it is compressed in no known way');
  return {
    ...{ width, height, bits, channels: type.channels },
    hasPalette: body[9] === 3,
    isInterlaced: body[12] === 1,
  };
}
