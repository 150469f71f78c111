import type { ByteOrder } from '../value-type.ts';

export function bytesOf(values: ArrayBufferView, order: ByteOrder = 'little'): Buffer {
  const bytes = Buffer.from(values.buffer as ArrayBuffer, values.byteOffset, values.byteLength);
  const copy = Buffer.from(bytes);
  if (order === 'little') return copy;
  const width = (values as Int16Array).BYTES_PER_ELEMENT;
  if (width === 2) copy.swap16();
  if (width === 4) copy.swap32();
  if (width === 8) copy.swap64();
  return copy;
}
