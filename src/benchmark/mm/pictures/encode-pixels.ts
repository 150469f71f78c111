import { encodeGreyPng } from '../../../imaging/slices/encode-grey-png.ts';

type Pixels = { pixels: Uint8Array; width: number; height: number; channels: 1 | 3 };

/** The same pixels are the same bytes, whatever file they came in: pictures are named by the hash
 *  of their PNG, and told apart by it. The slicer writes its own as grey ones are written here;
 *  grey that a file keeps in three channels is grey. */
export async function encodePixels({ pixels, width, height, channels }: Pixels): Promise<Buffer> {
  if (channels === 1) return encodeGreyPng(pixels, width, height);
  const grey = greyOf(pixels);
  if (grey) return encodeGreyPng(grey, width, height);
  const { default: sharp } = await import('sharp');
  return sharp(pixels, { raw: { width, height, channels } }).png().toBuffer();
}

function greyOf(pixels: Uint8Array): Uint8Array | null {
  const grey = new Uint8Array(pixels.length / 3);
  for (let at = 0, from = 0; at < grey.length; at++, from += 3) {
    const red = pixels[from]!;
    if (pixels[from + 1] !== red || pixels[from + 2] !== red) return null;
    grey[at] = red;
  }
  return grey;
}
