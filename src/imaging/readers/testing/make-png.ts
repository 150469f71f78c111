import { crc32, deflateSync } from 'node:zlib';
import { pngPasses } from '../raster/png-passes.ts';

type PngSettings = {
  width: number;
  height: number;
  colourType: number;
  channels: number;
  bits: number;
  /** Row after row, channels side by side. */
  samples: readonly number[];
  isInterlaced: boolean;
};

/** A PNG without filters. Its passes are where the reader has them: that those are right is for
 *  files of other writers to show. */
export function makePng(settings: PngSettings): Buffer {
  const { width, height, colourType, channels, bits, samples, isInterlaced } = settings;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, colourType, 0, 0, Number(isInterlaced)], 8);
  const rows: Buffer[] = [];
  const passes = pngPasses({ width, height, bits, channels, hasPalette: false, isInterlaced });
  for (const { columns, rows: count, left, top, stepX, stepY } of passes) {
    for (let row = 0; row < count; row++) {
      const start = (top + row * stepY) * width;
      const picked = Array.from({ length: columns }, (_, column) => {
        const at = (start + left + column * stepX) * channels;
        return samples.slice(at, at + channels);
      });
      if (picked.flat().length > 0) rows.push(Buffer.from([0]), packRow(picked.flat(), bits));
    }
  }
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...(colourType === 3 ? [chunk('PLTE', Buffer.alloc(3 * 2 ** bits, 77))] : []),
    chunk('tEXt', Buffer.from('Comment\0nobody')),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function packRow(samples: readonly number[], bits: number): Buffer {
  const row = Buffer.alloc(Math.ceil((samples.length * bits) / 8));
  for (const [at, sample] of samples.entries()) {
    if (bits === 16) row.writeUInt16BE(sample, at * 2);
    else row[(at * bits) >> 3]! |= sample << (8 - bits - ((at * bits) & 7));
  }
  return row;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
