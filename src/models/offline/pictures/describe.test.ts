import { expect, test } from 'vitest';
import { describe } from './describe.ts';

const size = { width: 32, height: 32 };
const grey = Uint8Array.from({ length: 1024 }, (_, at) => (at * 37) % 251);

test('a grey picture kept as colour is the same point', () => {
  const colour = Uint8Array.from({ length: 3072 }, (_, at) => grey[Math.floor(at / 3)]!);
  const point = describe({ ...size, channels: 1, pixels: grey });
  expect(describe({ ...size, channels: 3, pixels: colour })).toEqual(point);
});

test('of colours their brightness counts', () => {
  const bars = (light: number[], dark: number[]) => {
    const pixels = new Uint8Array(3072);
    for (let at = 0; at < 1024; at++) pixels.set(at % 8 < 4 ? light : dark, 3 * at);
    return describe({ ...size, channels: 3, pixels });
  };
  const white = bars([255, 255, 255], [0, 0, 0]);
  const green = bars([0, 255, 0], [0, 0, 255]);
  expect(white.reduce((sum, value, at) => sum + value * green[at]!, 0)).toBeCloseTo(1, 5);
});
