import sharp, { type Sharp } from 'sharp';
import type { DecodeRequest, PixelPicture } from '../protocol.ts';

sharp.cache(false);
// Decoders run side by side already.
sharp.concurrency(1);

/** The first frame in 8 bits a channel, turned as its camera says, on black where transparent. */
export async function decode({ bytes, maxPixels, size }: DecodeRequest): Promise<PixelPicture> {
  const input = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' });
  const { space, depth } = await input.metadata();
  let picture = input.autoOrient().flatten({ background: 'black' });
  if (size) picture = picture.resize({ ...size, background: 'black' });
  const isDeep = depth !== 'uchar' && (space === 'grey16' || space === 'b-w');
  if (isDeep) return stretch(picture);
  const isGrey = space === 'b-w';
  const { data, info } = await picture
    .toColourspace(isGrey ? 'b-w' : 'srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const channels = isGrey ? 1 : 3;
  return { ...sizeOf(info), channels, pixels: keep(data, info.channels, channels) };
}

/** Grey of 16 bits from its darkest to its brightest pixel: scanners use a part of the range
 *  only, often 12 bits of it, which cut to the upper 8 would be all but black. */
async function stretch(picture: Sharp): Promise<PixelPicture> {
  const { data, info } = await picture
    .toColourspace('grey16')
    .raw({ depth: 'ushort' })
    .toBuffer({ resolveWithObject: true });
  const levels = new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2);
  let [darkest, brightest] = [65_535, 0];
  for (let at = 0; at < levels.length; at += info.channels) {
    darkest = Math.min(darkest, levels[at]!);
    brightest = Math.max(brightest, levels[at]!);
  }
  const scale = brightest > darkest ? 255 / (brightest - darkest) : 0;
  const pixels = new Uint8Array(info.width * info.height);
  for (let at = 0; at < pixels.length; at++) {
    pixels[at] = Math.round((levels[at * info.channels]! - darkest) * scale);
  }
  return { ...sizeOf(info), channels: 1, pixels };
}

function sizeOf({ width, height }: { width: number; height: number }) {
  return { width, height };
}

/** Without the channels that are not wanted; a grey picture may stand where colour is wanted. */
function keep(data: Uint8Array, has: number, wanted: 1 | 3): Uint8Array {
  if (has === wanted) return new Uint8Array(data.buffer, data.byteOffset, data.length);
  const kept = new Uint8Array((data.length / has) * wanted);
  for (let from = 0, to = 0; from < data.length; from += has) {
    for (let channel = 0; channel < wanted; channel++) {
      kept[to++] = data[from + (has >= wanted ? channel : 0)]!;
    }
  }
  return kept;
}
