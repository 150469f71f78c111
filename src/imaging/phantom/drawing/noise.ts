import { seededRandom } from '../../../statistics/index.ts';

const size = 32;
const mask = size - 1;

/** A block of random values between -1 and 1 that repeats in every direction. */
export type Noise = (column: number, row: number, slice: number) => number;

export function newNoise(seed: number): Noise {
  const random = seededRandom(seed);
  const values = Float32Array.from({ length: size ** 3 }, () => random(65536) / 32767.5 - 1);
  return (column, row, slice) =>
    values[(column & mask) + size * ((row & mask) + size * (slice & mask))]!;
}

const eased = (t: number) => t * t * (3 - 2 * t);

/** Between the values of the block, without steps. */
export function smoothAt(noise: Noise, x: number, y: number, z: number): number {
  const i = Math.floor(x);
  const j = Math.floor(y);
  const k = Math.floor(z);
  const a = eased(x - i);
  const b = eased(y - j);
  const near = planeAt(noise, i, j, k, a, b);
  return near + eased(z - k) * (planeAt(noise, i, j, k + 1, a, b) - near);
}

function planeAt(noise: Noise, i: number, j: number, k: number, a: number, b: number): number {
  const corner = noise(i, j, k);
  const upper = corner + a * (noise(i + 1, j, k) - corner);
  const next = noise(i, j + 1, k);
  return upper + b * (next + a * (noise(i + 1, j + 1, k) - next) - upper);
}
