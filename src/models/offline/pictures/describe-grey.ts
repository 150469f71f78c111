import { brightnessHistogram, brightnessMoments } from './brightness.ts';
import { framePicture } from './frame-picture.ts';
import type { GreyPicture } from './grey-picture.ts';
import { orientedGradients } from './oriented-gradients.ts';
import { thumbnail } from './thumbnail.ts';

const frameSide = 64;

/** How much each way of looking says of the likeness of two pictures. Together 1. */
const shares = { gradients: 0.45, layout: 0.3, brightness: 0.2, moments: 0.05 };

/**
 * A picture as a point of length 1: the nearer two points, the more the pictures look alike.
 * Plain arithmetic only, so that a picture is the same point on every machine.
 */
export function describeGrey(picture: GreyPicture): Float32Array {
  const framed = framePicture(picture, frameSide);
  const parts = [
    ...scaled(orientedGradients(framed), shares.gradients),
    ...scaled(thumbnail(framed), shares.layout),
    ...scaled(brightnessHistogram(framed), shares.brightness),
    ...scaled(brightnessMoments(framed), shares.moments),
  ];
  const length = lengthOf(parts);
  return Float32Array.from(parts, value => value / length);
}

function scaled(part: Float64Array, share: number): Float64Array {
  const length = lengthOf(part);
  // An even picture has no edges and no layout; it still has its brightness.
  return length > 0 ? part.map(value => (value * Math.sqrt(share)) / length) : part;
}

function lengthOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]! ** 2;
  return Math.sqrt(sum);
}
