import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type StoredValues, valueTypeOf, valueTypes } from '../readers/value-type.ts';

/** A number of any size; those past 2^53 as what keeps all their digits. */
const exact = z.union([z.number(), z.bigint()]).nullable();

export const valueSummarySchema = z.object({
  type: z.enum(valueTypes),
  /** Of the finite ones; null where there are none. */
  min: exact,
  max: exact,
  /** Exact for integers; of floats to the last bits, null where it is none. */
  sum: exact,
  /** Infinite ones and those that are no number. */
  notFinite: z.int().min(0),
  /** Of the values in little-endian bytes. */
  sha256: z.string().length(64),
});
export type ValueSummary = z.output<typeof valueSummarySchema>;

export function summariseValues(values: StoredValues): ValueSummary {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { type: valueTypeOf(values), ...count(values), sha256 };
}

function count(values: StoredValues) {
  if (values instanceof BigInt64Array || values instanceof BigUint64Array) return countLong(values);
  if (values instanceof Float32Array || values instanceof Float64Array) return countReal(values);
  return countInteger(values);
}

/** So many of 32 bits add up exactly. */
const safeCount = 2 ** 20;

type IntegerValues = Exclude<
  StoredValues,
  BigInt64Array | BigUint64Array | Float32Array | Float64Array
>;

function countInteger(values: IntegerValues) {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let sum = 0n;
  for (let start = 0; start < values.length; start += safeCount) {
    const end = Math.min(start + safeCount, values.length);
    let part = 0;
    for (let at = start; at < end; at++) {
      const value = values[at]!;
      part += value;
      if (value < min) min = value;
      if (value > max) max = value;
    }
    sum += BigInt(part);
  }
  if (values.length === 0) return { min: null, max: null, sum: 0, notFinite: 0 };
  return { min, max, sum: asNumber(sum), notFinite: 0 };
}

function countLong(values: BigInt64Array | BigUint64Array) {
  let [min, max] = [values[0], values[0]];
  let sum = 0n;
  for (const value of values) {
    sum += value;
    if (value < min!) min = value;
    if (value > max!) max = value;
  }
  const end = (value: bigint | undefined) => (value === undefined ? null : asNumber(value));
  return { min: end(min), max: end(max), sum: asNumber(sum), notFinite: 0 };
}

/** Neumaier's sum: what rounding takes from each addition is added in the end. */
function countReal(values: Float32Array | Float64Array) {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [sum, lost, notFinite] = [0, 0, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) {
      notFinite++;
      continue;
    }
    if (value < min) min = value;
    if (value > max) max = value;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  const hasAny = notFinite < values.length;
  const total = sum + lost;
  return {
    ...{ min: hasAny ? min : null, max: hasAny ? max : null, notFinite },
    sum: Number.isFinite(total) ? total : null,
  };
}

function asNumber(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
