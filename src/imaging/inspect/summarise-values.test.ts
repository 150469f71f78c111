import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { summariseValues } from './summarise-values.ts';

const shaOf = (bytes: number[]) =>
  createHash('sha256').update(Uint8Array.from(bytes)).digest('hex');

test('integers add up exactly, however many they are', () => {
  const most = summariseValues(new Uint32Array(3_000_000).fill(2 ** 32 - 1));
  expect(most).toMatchObject({ type: 'uint32', min: 2 ** 32 - 1, max: 2 ** 32 - 1, notFinite: 0 });
  expect(most.sum).toBe(12_884_901_885_000_000n);
  const past = summariseValues(BigInt64Array.of(2n ** 62n, 2n ** 62n, -5n));
  expect(past).toMatchObject({ min: -5, max: 2n ** 62n, sum: 2n ** 63n - 5n });
  expect(summariseValues(Int8Array.of(-128, 127, 1))).toMatchObject({
    min: -128,
    max: 127,
    sum: 0,
  });
});

test('what rounding takes from a sum of floats is given back', () => {
  const values = Float64Array.of(1e16, ...Array(1000).fill(1), -1e16);
  expect(summariseValues(values).sum).toBe(1000);
  const tenths = summariseValues(new Float32Array(1_000_000).fill(0.1));
  expect(tenths.sum).toBe(Math.fround(0.1) * 1_000_000);
});

test('what is no finite number is counted and left out', () => {
  const odd = Float32Array.of(
    Number.NaN,
    1,
    Number.POSITIVE_INFINITY,
    -2,
    Number.NEGATIVE_INFINITY,
  );
  expect(summariseValues(odd)).toMatchObject({ min: -2, max: 1, sum: -1, notFinite: 3 });
  const none = summariseValues(Float64Array.of(Number.NaN));
  expect(none).toMatchObject({ min: null, max: null, sum: 0, notFinite: 1 });
  expect(summariseValues(Float64Array.of(1e308, 1e308)).sum).toBe(null);
});

test('the hash is of these values alone, little-endian', () => {
  const part = Int16Array.of(9, 258, -1, 9).subarray(1, 3);
  expect(summariseValues(part).sha256).toBe(shaOf([2, 1, 255, 255]));
});
