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
  const [i, j, k] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  const [a, b, c] = [eased(x - i), eased(y - j), eased(z - k)];
  const row = (dj: number, dk: number) => {
    const first = noise(i, j + dj, k + dk);
    return first + a * (noise(i + 1, j + dj, k + dk) - first);
  };
  const [r00, r10, r01, r11] = [row(0, 0), row(1, 0), row(0, 1), row(1, 1)];
  const near = r00 + b * (r10 - r00);
  return near + c * (r01 + b * (r11 - r01) - near);
}
