import sharp from 'sharp';
import type { PagePixels } from './decode-page.ts';

/** Clockwise. What comes in at the corners is paper. */
export async function turnPage(page: PagePixels, degrees: number): Promise<PagePixels> {
  const { width, height, data } = page;
  const turned = sharp(data, { raw: { width, height, channels: 3 } }).rotate(degrees, {
    background: '#fff',
  });
  const { data: pixels, info } = await turned
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: pixels };
}
