import type { Values } from '../../../volume/volume.ts';
import { syntaxUnsupported } from '../dicom-errors.ts';
import type { DicomImage } from '../header/header-schema.ts';

type Shape = Pick<DicomImage, 'bitsAllocated' | 'signed' | 'pixels'>;
type ValueArray = {
  new (length: number): Values;
  new (buffer: ArrayBufferLike, offset: number, length: number): Values;
  readonly BYTES_PER_ELEMENT: number;
};

const unsigned = { 8: Uint8Array, 16: Uint16Array, 32: Uint32Array };
const signedArrays = { 8: Int8Array, 16: Int16Array, 32: Int32Array };

/** The array that an image's stored values fit into, by the bits that its file gives each. */
export function arrayOf({ bitsAllocated, signed, pixels }: Shape): ValueArray {
  if (pixels.kind === 'float') return Float32Array;
  if (pixels.kind === 'double') return Float64Array;
  if (bitsAllocated > 32) throw syntaxUnsupported('integers of more than 32 bits');
  const width = bitsAllocated <= 8 ? 8 : bitsAllocated <= 16 ? 16 : 32;
  return (signed ? signedArrays : unsigned)[width];
}

/** Pixels times samples of one frame. */
export function frameLength({ rows, columns, samples }: DicomImage): number {
  return rows * columns * samples;
}
