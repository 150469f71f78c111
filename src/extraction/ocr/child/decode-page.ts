import sharp from 'sharp';
import type { PixelBox } from '../protocol.ts';

/** Three bytes a pixel: red, green, blue. */
export type PagePixels = { width: number; height: number; data: Buffer };

/** Larger pictures are read at this size: small print is still some 16 pixels high. */
const longestSide = 2600;

type Encoded = { picture: Uint8Array; frame: number; maxPixels: number };

function open({ picture, frame, maxPixels }: Encoded) {
  const oriented = sharp(picture, {
    limitInputPixels: maxPixels,
    failOn: 'error',
    page: frame,
  }).rotate();
  return oriented.flatten({ background: '#fff' }).toColourspace('srgb').removeAlpha();
}

export async function decodePage(encoded: Encoded): Promise<PagePixels> {
  const { data, info } = await open(encoded)
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  if (channels === 3) return { width, height, data };
  const wide = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at++) wide.fill(data[at * channels]!, at * 3, at * 3 + 3);
  return { width, height, data: wide };
}

export async function measurePage({ picture, frame, maxPixels }: Encoded) {
  const { width, height, pages, density, autoOrient } = await sharp(picture, {
    limitInputPixels: maxPixels,
    page: frame,
  }).metadata();
  if (width * height > maxPixels) throw new Error('over-limit');
  const size = autoOrient ?? { width, height };
  return { frames: pages ?? 1, width: size.width, height: size.height, dpi: density ?? null };
}

/** Out of the picture as it was turned to be read. */
export async function cutRegions(encoded: Encoded, regions: readonly PixelBox[], degrees: number) {
  const whole = await open(encoded).raw().toBuffer({ resolveWithObject: true });
  const { data, info } = degrees === 0 ? whole : await turned(whole, degrees);
  const { width, height, channels } = info;
  const cuts: Uint8Array[] = [];
  for (const region of regions) {
    const left = Math.min(width - 1, Math.max(0, Math.round(region[0])));
    const top = Math.min(height - 1, Math.max(0, Math.round(region[1])));
    const size = {
      width: Math.max(1, Math.min(width - left, Math.round(region[2]))),
      height: Math.max(1, Math.min(height - top, Math.round(region[3]))),
    };
    const cut = sharp(data, { raw: { width, height, channels } }).extract({ left, top, ...size });
    cuts.push(new Uint8Array(await cut.png().toBuffer()));
  }
  return cuts;
}

type Raw = { data: Buffer; info: { width: number; height: number; channels: 1 | 2 | 3 | 4 } };

function turned({ data, info: { width, height, channels } }: Raw, degrees: number) {
  return sharp(data, { raw: { width, height, channels } })
    .rotate(degrees, { background: '#fff' })
    .raw()
    .toBuffer({ resolveWithObject: true });
}
