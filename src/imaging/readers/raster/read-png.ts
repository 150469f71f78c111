import { type ByteSource, readWhole } from '../byte-source.ts';
import { inflateUpTo } from '../inflate-up-to.ts';
import { unreadable } from '../read-errors.ts';
import type { ReadOptions, StoredPicture } from '../stored-picture.ts';
import { sizeInBytes } from '../value-range.ts';
import { viewValues } from '../value-type.ts';
import { plainFacts } from './plain-facts.ts';
import { type PngHeader, readPngChunks } from './png-chunks.ts';
import { pngPasses } from './png-passes.ts';
import { unfilterRows } from './unfilter-rows.ts';
import { unpackBits } from './unpack-bits.ts';

/** PNG with its samples as they stand: one bit stays 0 and 1, sixteen stay sixteen, a palette
 *  picture gives the numbers of its colours. What decodes for display would stretch, convert
 *  and look up. */
export async function readPng(source: ByteSource, options: ReadOptions): Promise<StoredPicture> {
  const { header, data } = readPngChunks(await readWhole(source, options.maxBytes));
  const { width, height, bits, channels } = header;
  const isDeep = bits === 16;
  sizeInBytes([width, height, channels, isDeep ? 2 : 1], options.maxBytes);
  const samples = await readSamples(header, data);
  return {
    format: 'png',
    size: [width, height, 1],
    channels,
    values: viewValues(isDeep ? 'uint16' : 'uint8', samples, isDeep ? 'big' : 'little'),
    ...plainFacts,
    notes: header.hasPalette ? ['palette-indices'] : [],
  };
}

/** Pass by pass where it is interlaced, each a picture of its own. */
async function readSamples(header: PngHeader, data: readonly Uint8Array[]): Promise<Uint8Array> {
  const { width, height, bits, channels } = header;
  const passes = pngPasses(header);
  const rowBytes = (columns: number) => Math.ceil((columns * channels * bits) / 8);
  const rawBytes = passes.reduce((sum, pass) => sum + pass.rows * (1 + rowBytes(pass.columns)), 0);
  const compressed = {
    size: data.reduce((sum, piece) => sum + piece.length, 0),
    async *pieces() {
      yield* data;
    },
  };
  const { bytes: raw } = await inflateUpTo(compressed, rawBytes);
  const pixelBytes = Math.max(1, bits / 8) * channels;
  const picture = new Uint8Array(width * height * pixelBytes);
  let at = 0;
  for (const { columns, rows, left, top, stepX, stepY } of passes) {
    const length = rowBytes(columns);
    const filtered = raw.subarray(at, at + rows * (1 + length));
    at += filtered.length;
    const packed = unfilterRows(filtered, length, Math.max(1, (bits * channels) / 8));
    if (!packed) throw unreadable('a row of it has no known filter');
    const pixels = bits < 8 ? unpackBits(packed, { columns, rows, bits }) : packed;
    if (stepX === 1 && stepY === 1 && rows === height) return pixels;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const from = (row * columns + column) * pixelBytes;
        const to = ((top + row * stepY) * width + left + column * stepX) * pixelBytes;
        for (let byte = 0; byte < pixelBytes; byte++) picture[to + byte] = pixels[from + byte]!;
      }
    }
  }
  return picture;
}
