import { cat, type Tensor } from '@huggingface/transformers';
import { SpinemedError } from '../../../../errors/index.ts';
import type { Failure } from '../protocol.ts';
import { decodePicture } from './decode-picture.ts';
import { asFailure } from './explain-failure.ts';
import type { Vision } from './load-vision.ts';
import { type Point, pointsOf } from './points-of.ts';

/** One forward pass for all pictures that could be read. They are decoded one after the other:
 *  only what the model sees of each is kept. */
export async function embedPictures(
  vision: Vision,
  pictures: readonly Uint8Array[],
): Promise<(Point | Failure)[]> {
  const prepared: (Tensor | Failure)[] = [];
  for (const picture of pictures) prepared.push(await prepare(vision, picture));
  const read = prepared.filter(isRead);
  const points = read.length > 0 ? await embed(vision, read) : [];
  return prepared.map(one => (isRead(one) ? points.shift()! : one));
}

function isRead(one: Tensor | Failure): one is Tensor {
  return !('failure' in one);
}

async function prepare(vision: Vision, picture: Uint8Array): Promise<Tensor | Failure> {
  try {
    const { pixel_values } = await vision.processor(await decodePicture(picture));
    return pixel_values;
  } catch (error) {
    return asFailure(error);
  }
}

async function embed(vision: Vision, pixels: Tensor[]): Promise<(Point | Failure)[]> {
  const together = pixels.every(one => String(one.dims) === String(pixels[0]!.dims));
  const batches = together ? [cat(pixels, 0)] : pixels;
  const points: (Point | Failure)[] = [];
  for (const pixel_values of batches) {
    points.push(...pointsOf(await vision.model({ pixel_values })).map(toLengthOne));
  }
  return points;
}

/** Zeros or no numbers at all are the failure of this picture alone. */
function toLengthOne(point: Point): Point | Failure {
  const length = Math.sqrt(point.reduce((sum, value) => sum + value * value, 0));
  if (length > 0 && Number.isFinite(length)) return point.map(value => value / length);
  return asFailure(
    new SpinemedError({
      code: 'picture-without-direction',
      mender: 'user',
      message: 'the local model gave an embedding without a direction',
    }),
  );
}
