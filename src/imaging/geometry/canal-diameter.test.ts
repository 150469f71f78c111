import { expect, test } from 'vitest';
import { canalDiameterMm, canalSize } from './canal-diameter.ts';

test('between body and lamina, square to the canal', () => {
  expect(canalDiameterMm([0, 0, 0], [0, 15, 0], [0, 0, 1])).toBe(15);
  expect(canalDiameterMm([0, 0, 0], [0, 15, 8], [0, 0, 3])).toBe(15);
  // A canal that leans by 45 degrees.
  expect(canalDiameterMm([0, 0, 0], [0, 10, 0], [0, 1, 1])).toBeCloseTo(10 / Math.SQRT2, 9);
});

/** An ellipse of 22 by 15 mm in voxels of a quarter of a millimetre. */
const ellipse = (() => {
  const size = [120, 100] as const;
  const values = new Uint8Array(size[0] * size[1]);
  for (let at = 0; at < values.length; at++) {
    const x = ((at % 120) - 60) / 4;
    const y = (Math.floor(at / 120) - 50) / 4;
    values[at] = Number((x / 11) ** 2 + (y / 7.5) ** 2 < 1);
  }
  return { size, values, spacingMm: [0.25, 0.25] as const };
})();

test('depth, width and area of a canal in a mask', () => {
  const { depthMm, widthMm, areaMm2 } = canalSize(ellipse);
  expect(Math.abs(depthMm - 15)).toBeLessThan(0.3);
  expect(Math.abs(widthMm - 22)).toBeLessThan(0.4);
  expect(areaMm2 / (Math.PI * 11 * 7.5)).toBeCloseTo(1, 2);
});

test('voxels of unlike sides are measured as they are', () => {
  const mask = {
    size: [3, 4] as const,
    spacingMm: [2, 3] as const,
    values: new Uint8Array(12).fill(7),
  };
  expect(canalSize(mask)).toEqual({ depthMm: 12, widthMm: 6, areaMm2: 72 });
  expect(canalSize({ ...mask, values: new Uint8Array(12) })).toEqual({
    depthMm: 0,
    widthMm: 0,
    areaMm2: 0,
  });
});
