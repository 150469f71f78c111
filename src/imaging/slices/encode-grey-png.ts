import { promisify } from 'node:util';
import { constants, crc32, deflate } from 'node:zlib';

const deflateInThread = promisify(deflate);

/** 8-bit grey. Compressed in one of zlib's threads, so that several are at once; lightly, since a
 *  scanner's noise does not get smaller for longer trying. */
export async function encodeGreyPng(
  pixels: Uint8Array,
  width: number,
  height: number,
): Promise<Buffer<ArrayBuffer>> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  const packed = await deflateInThread(filter(pixels, width, height), {
    level: 2,
    strategy: constants.Z_FILTERED,
    memLevel: 9,
  });
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Each row as its difference to the one above (the format's filter 2). */
function filter(pixels: Uint8Array, width: number, height: number): Buffer {
  const rows = Buffer.allocUnsafe((width + 1) * height);
  let to = 0;
  for (let row = 0; row < height; row++) {
    rows[to++] = 2;
    const from = row * width;
    for (let column = from; column < from + width; column++)
      rows[to++] = row === 0 ? pixels[column]! : pixels[column]! - pixels[column - width]!;
  }
  return rows;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
