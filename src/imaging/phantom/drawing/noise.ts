import { seededRandom } from '../../../statistics/index.ts';

const size = 32;
const mask = size - 1;

/** A block of random values between -1 and 1 that repeats in every direction. */
export type Noise = Float32Array;

const random = seededRandom(1);
/** Drawn once: a seed decides where it begins. */
const block = Float32Array.from({ length: size ** 3 }, () => random(65536) / 32767.5 - 1);

export function newNoise(seed: number): Noise {
  const start = seededRandom(seed)(block.length);
  const noise = new Float32Array(block.length);
  noise.set(block.subarray(start));
  noise.set(block.subarray(0, start), block.length - start);
  return noise;
}

export function valueAt(noise: Noise, column: number, row: number, slice: number): number {
  return noise[(column & mask) + size * ((row & mask) + size * (slice & mask))]!;
}

/** Between the values of the block, without steps. The block lies askew, or its edges would be
 *  seen to run along the patient's axes. */
export function smoothAt(noise: Noise, left: number, back: number, up: number): number {
  const x = 0.8 * left + 0.48 * back + 0.36 * up;
  const y = 0.64 * back - 0.6 * left + 0.48 * up;
  const z = 0.8 * up - 0.6 * back;
  const i = Math.floor(x);
  const j = Math.floor(y);
  const k = Math.floor(z);
  const a = eased(x - i);
  const b = eased(y - j);
  const c = eased(z - k);
  const [i0, i1] = [i & mask, (i + 1) & mask];
  const [j0, j1] = [(j & mask) * size, ((j + 1) & mask) * size];
  const [k0, k1] = [(k & mask) * size * size, ((k + 1) & mask) * size * size];
  const near =
    (1 - b) * ((1 - a) * noise[i0 + j0 + k0]! + a * noise[i1 + j0 + k0]!) +
    b * ((1 - a) * noise[i0 + j1 + k0]! + a * noise[i1 + j1 + k0]!);
  const far =
    (1 - b) * ((1 - a) * noise[i0 + j0 + k1]! + a * noise[i1 + j0 + k1]!) +
    b * ((1 - a) * noise[i0 + j1 + k1]! + a * noise[i1 + j1 + k1]!);
  return (1 - c) * near + c * far;
}

/** From 0 to 1 without a corner, held at both ends. */
export function eased(t: number): number {
  const held = t < 0 ? 0 : t > 1 ? 1 : t;
  return held * held * (3 - 2 * held);
}
