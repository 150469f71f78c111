import { type InferenceSession, Tensor } from 'onnxruntime-node';
import sharp from 'sharp';
import type { PixelBox } from '../protocol.ts';
import { blobsOf } from './blobs-of.ts';
import type { PagePixels } from './decode-page.ts';

/** The detector works on sides of a multiple of 32. */
const step = 32;
const longestSide = 1920;
const isText = 0.3;
const leastScore = 0.5;
/** The detector marks the core of a line; letters reach beyond it by a share of its height. */
const beyond = 0.75;

/** Where lines of text stand. A gap between columns parts them, so that two columns stay two. */
export async function findLines(page: PagePixels, detector: InferenceSession): Promise<PixelBox[]> {
  const scale = Math.min(1, longestSide / Math.max(page.width, page.height));
  const width = Math.max(step, Math.round((page.width * scale) / step) * step);
  const height = Math.max(step, Math.round((page.height * scale) / step) * step);
  const pixels = await sharp(page.data, { raw: { ...sizeOf(page), channels: 3 } })
    .resize(width, height, { fit: 'fill' })
    .raw()
    .toBuffer();
  const input = new Tensor('float32', normalise(pixels, width * height), [1, 3, height, width]);
  const output = await detector.run({ [detector.inputNames[0]!]: input });
  const map = output[detector.outputNames[0]!]!.data as Float32Array;
  const [fx, fy] = [page.width / width, page.height / height];
  return blobsOf(map, width, height, isText)
    .filter(blob => blob.score >= leastScore && Math.min(blob.width, blob.height) >= 3)
    .map(blob => {
      const more = beyond * Math.min(blob.width, blob.height);
      const x0 = Math.max(0, (blob.x - more) * fx);
      const y0 = Math.max(0, (blob.y - more) * fy);
      const x1 = Math.min(page.width, (blob.x + blob.width + more) * fx);
      const y1 = Math.min(page.height, (blob.y + blob.height + more) * fy);
      return [x0, y0, x1 - x0, y1 - y0];
    });
}

function sizeOf({ width, height }: PagePixels) {
  return { width, height };
}

/** As the detector was trained: blue first, mean and deviation of natural pictures. */
function normalise(pixels: Buffer, count: number): Float32Array {
  const planes = new Float32Array(3 * count);
  const mean = [0.485, 0.456, 0.406];
  const deviation = [0.229, 0.224, 0.225];
  for (let at = 0; at < count; at++)
    for (let plane = 0; plane < 3; plane++)
      planes[plane * count + at] =
        (pixels[at * 3 + (2 - plane)]! / 255 - mean[plane]!) / deviation[plane]!;
  return planes;
}
