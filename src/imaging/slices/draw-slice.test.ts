import { expect, test } from 'vitest';
import { drawSlice, squareSize } from './draw-slice.ts';

const slice = { size: [3, 2] as const, values: Float32Array.of(-500, 400, 1300, 2000, -1000, 850) };
const bone = { center: 400, width: 1800, isInverted: false };

test('the window goes from black to white, and what lies outside is one of them', () => {
  const { pixels, spacingMm } = drawSlice(slice, [0.5, 0.5], bone);
  expect([...pixels]).toEqual([0, 128, 255, 255, 0, 191]);
  expect(spacingMm).toBe(0.5);
  expect([...drawSlice(slice, [1, 1], { ...bone, isInverted: true }).pixels]).toEqual([
    255, 128, 0, 0, 255, 64,
  ]);
});

test('what is no number is black', () => {
  const values = Float32Array.of(Number.NaN, 400);
  expect([...drawSlice({ size: [2, 1], values }, [1, 1], bone).pixels]).toEqual([0, 128]);
});

test('unlike steps become squares of the finer one, the outer edges where they were', () => {
  expect(squareSize([100, 20], [0.5, 4])).toEqual({ size: [100, 160], spacingMm: 0.5 });
  expect(squareSize([100, 20], [0.5, 0.503])).toEqual({ size: [100, 20], spacingMm: 0.5 });
  const ramp = { size: [1, 2] as const, values: Float32Array.of(0, 100) };
  const drawn = drawSlice(ramp, [1, 4], { center: 50, width: 100, isInverted: false });
  expect(drawn.size).toEqual([1, 8]);
  // The middles of the two rows lie between the 2nd and 3rd and the 6th and 7th of the new ones.
  expect([...drawn.pixels]).toEqual([0, 0, 32, 96, 159, 223, 255, 255]);
});

test('a stack with huge steps makes no huge picture', () => {
  const { size, spacingMm } = squareSize([512, 500], [0.2, 200]);
  expect(Math.max(...size)).toBe(2048);
  expect(spacingMm).toBeCloseTo(100_000 / 2048, 9);
});

test('beside a hole the middle of a row is shown, whichever side the hole is on', () => {
  const rows = { size: [1, 3] as const, values: Float32Array.of(Number.NaN, 80, Number.NaN) };
  for (const step of [3, 5, 7]) {
    const drawn = drawSlice(rows, [1, step], { center: 50, width: 100, isInverted: false });
    const lit = [...drawn.pixels.entries()].filter(([, level]) => level > 0);
    expect(lit).toEqual([[(3 * step - 1) / 2, 204]]);
  }
});
