import { RawImage } from '@huggingface/transformers';
import sharp, { type Sharp } from 'sharp';
import { largestPicturePixels, pictureUnreadable } from '../check-picture.ts';

/** Any picture as 8-bit RGB, turned as its camera says, on black where it is transparent.
 *
 *  Grey of 16 bits is stretched from its darkest to its brightest pixel: scanners use a part of
 *  the range only, often 12 bits of it, which cut to the upper 8 would be all but black. */
export async function decodePicture(bytes: Uint8Array): Promise<RawImage> {
  try {
    const picture = sharp(bytes, { limitInputPixels: largestPicturePixels, failOn: 'error' });
    const { space, depth } = await picture.metadata();
    const upright = picture.autoOrient().flatten({ background: 'black' });
    if (space === 'grey16' || (space === 'b-w' && depth === 'ushort'))
      return await stretch(upright);
    const { data, info } = await upright
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return new RawImage(asRgb(data, info.channels), info.width, info.height, 3);
  } catch {
    // What libvips says may quote the file: comments in it name patients.
    throw pictureUnreadable();
  }
}

async function stretch(picture: Sharp): Promise<RawImage> {
  const { data, info } = await picture
    .toColourspace('grey16')
    .raw({ depth: 'ushort' })
    .toBuffer({ resolveWithObject: true });
  const levels = new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2);
  let darkest = 65_535;
  let brightest = 0;
  for (const level of levels) {
    if (level < darkest) darkest = level;
    if (level > brightest) brightest = level;
  }
  const scale = brightest > darkest ? 255 / (brightest - darkest) : 0;
  const grey = new Uint8Array(info.width * info.height);
  for (let pixel = 0; pixel < grey.length; pixel++) {
    grey[pixel] = Math.round((levels[pixel * info.channels]! - darkest) * scale);
  }
  return new RawImage(asRgb(grey, 1), info.width, info.height, 3);
}

function asRgb(pixels: Uint8Array, channels: number): Uint8Array {
  if (channels === 3) return pixels;
  const rgb = new Uint8Array((pixels.length / channels) * 3);
  for (let from = 0, to = 0; from < pixels.length; from += channels) {
    const grey = pixels[from]!;
    rgb[to++] = grey;
    rgb[to++] = channels > 2 ? pixels[from + 1]! : grey;
    rgb[to++] = channels > 2 ? pixels[from + 2]! : grey;
  }
  return rgb;
}
