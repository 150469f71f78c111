import type { Values } from '../volume/volume.ts';

/** As files store them; 64-bit integers have no place in a volume unless they fit. */
export type StoredValues = Values | BigInt64Array | BigUint64Array;

const arrays = {
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  int64: BigInt64Array,
  uint64: BigUint64Array,
  float32: Float32Array,
  float64: Float64Array,
} as const;

export type ValueType = keyof typeof arrays;
export const valueTypes = Object.keys(arrays) as [ValueType, ...ValueType[]];

export function bytesPerValue(type: ValueType): number {
  return arrays[type].BYTES_PER_ELEMENT;
}

export function valueTypeOf(values: StoredValues): ValueType {
  return valueTypes.find(type => values instanceof arrays[type])!;
}

/** Over the same memory where byte order and alignment fit, as they nearly always do; else over
 *  a copy. */
export function viewValues(type: ValueType, bytes: Uint8Array, order: ByteOrder): StoredValues {
  const array = arrays[type];
  const size = array.BYTES_PER_ELEMENT;
  const fits = bytes.byteOffset % size === 0 && (size === 1 || order === 'little');
  const held = fits ? bytes : new Uint8Array(bytes);
  if (order === 'big') turn(held, size);
  return new array(held.buffer as ArrayBuffer, held.byteOffset, held.byteLength / size);
}

export type ByteOrder = 'little' | 'big';

function turn(bytes: Uint8Array, size: number): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (size === 2) buffer.swap16();
  else if (size === 4) buffer.swap32();
  else if (size === 8) buffer.swap64();
}
