import { type ByteSource, readWhole } from '../byte-source.ts';
import { truncated, unreadable, unsupported } from '../read-errors.ts';
import type { ReadOptions, StoredPicture } from '../stored-picture.ts';
import { sizeInBytes } from '../value-range.ts';
import { readJpegFrame } from './jpeg-frame.ts';
import { plainFacts } from './plain-facts.ts';

/** JPEG as its decoder gives it: grey, RGB, or the four inks of print; no colour profile is
 *  applied and nothing is turned. */
export async function readJpeg(source: ByteSource, options: ReadOptions): Promise<StoredPicture> {
  const file = await readWhole(source, options.maxBytes);
  const { kind, bits, width, height, channels } = readJpegFrame(file);
  if (kind > 0xc2) throw unsupported('JPEG that is lossless or arithmetically coded');
  if (bits !== 8) throw unsupported('JPEG of more than 8 bits');
  const space = colourSpaces[channels];
  if (!space) throw unsupported('JPEG of an unusual number of channels');
  sizeInBytes([width, height, channels], options.maxBytes);
  // Native code, which others need not load.
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  const picture = sharp(file, {
    ...{ failOn: 'error', ignoreIcc: true, limitInputPixels: width * height },
  } as const);
  const decoded = await picture
    .pipelineColourspace(space)
    .toColourspace(space)
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      // What libvips says may quote the file: comments in it name patients.
      throw hasEnd(file) ? unreadable('its pixels cannot be decoded') : truncated();
    });
  const { data, info } = decoded;
  if (info.width !== width || info.height !== height || info.channels !== channels)
    throw unreadable('its pixels are not what its header says');
  const { orientation = 1 } = await picture.metadata();
  return {
    format: 'jpeg',
    size: [width, height, 1],
    channels,
    values: new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.length),
    ...plainFacts,
    notes: orientation > 1 ? ['turn-not-applied'] : [],
  };
}

const colourSpaces: Record<number, 'b-w' | 'srgb' | 'cmyk'> = { 1: 'b-w', 3: 'srgb', 4: 'cmyk' };

function hasEnd(file: Uint8Array): boolean {
  return Buffer.from(file.buffer, file.byteOffset, file.length).includes(endOfImage);
}

const endOfImage = Buffer.from([0xff, 0xd9]);
