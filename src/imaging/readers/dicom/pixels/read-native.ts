import type { Values } from '../../../volume/volume.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { dicomCut, syntaxUnsupported } from '../dicom-errors.ts';
import type { DicomImage } from '../header/header-schema.ts';
import { cleanBits } from './clean-bits.ts';
import { interleavePlanes, spreadChroma } from './colour-layout.ts';
import { arrayOf, frameLength } from './pixel-values.ts';
import { unpackBits, unpackTwelve } from './unpack-bits.ts';

/**
 * The values of frames that are not compressed. They stand on the file's own bytes where those
 * are laid out as values are, and are copied only where they are not.
 */
export function readNative(
  { bytes }: Dataset,
  image: DicomImage,
  frames: readonly number[],
  bigEndian: boolean,
): Values {
  const { offset, byteLength } = image.pixels;
  const written = bytes.subarray(offset, offset + (byteLength ?? Infinity));
  const array = arrayOf(image);
  const width = array.BYTES_PER_ELEMENT;
  // Big endian writers may put two small values into a word: that turns them around.
  const areWords = bigEndian && width === 1 && image.pixels.vr === 'OW';
  const stored = areWords ? swapped(written, 2) : written;
  const layout = layoutOf(image);
  for (const frame of frames) {
    if (Math.ceil(((frame + 1) * layout.bits) / 8) > stored.length) throw dicomCut();
  }
  const swap = bigEndian && width > 1 ? width : 0;
  const isPlain = layout.kind === 'plain' && (!image.planar || image.samples === 1) && !swap;
  if (isPlain && areNeighbours(frames)) {
    const start = stored.byteOffset + (frames[0]! * layout.bits) / 8;
    if (start % width === 0) {
      const values = new array(stored.buffer, start, frames.length * frameLength(image));
      return cleanBits(values, image, false);
    }
  }
  const values = new array(frames.length * frameLength(image));
  for (const [index, frame] of frames.entries()) {
    const into = values.subarray(index * frameLength(image), (index + 1) * frameLength(image));
    fillFrame(stored, frame, into, { image, layout, swap });
  }
  return cleanBits(values, image, true);
}

type Layout = { kind: 'plain' | 'bit' | 'twelve' | 'chroma-halved'; bits: number };

/** How a frame is laid out, and in how many bits. */
function layoutOf(image: DicomImage): Layout {
  const { bitsAllocated, photometric, samples, frames, pixels } = image;
  const length = frameLength(image);
  if (bitsAllocated === 1) return { kind: 'bit', bits: length };
  if (bitsAllocated === 12) return { kind: 'twelve', bits: length * 12 };
  if (![8, 16, 32, 64].includes(bitsAllocated)) {
    throw syntaxUnsupported(`values of ${bitsAllocated} bits`);
  }
  const whole = length * bitsAllocated;
  // Some writers say 422 of colours that they never halved.
  const isHalved =
    samples === 3 &&
    bitsAllocated === 8 &&
    /^YBR_(FULL|PARTIAL)_422$/.test(photometric) &&
    (pixels.byteLength ?? 0) < (whole / 8) * frames;
  return isHalved
    ? { kind: 'chroma-halved', bits: (whole / 3) * 2 }
    : { kind: 'plain', bits: whole };
}

/** `swap`: of how many bytes a value is whose bytes must change places. */
type How = { image: DicomImage; layout: Layout; swap: number };

function fillFrame(stored: Uint8Array, frame: number, into: Values, how: How): void {
  const { image, layout, swap } = how;
  if (layout.kind === 'bit') {
    unpackBits(stored, frame * layout.bits, bytesOf(into));
  } else if (layout.kind === 'twelve') {
    unpackTwelve(stored, frame * frameLength(image), into as Uint16Array);
  } else {
    const start = (frame * layout.bits) / 8;
    const part = stored.subarray(start, start + layout.bits / 8);
    const bytes = swap ? swapped(part, swap) : part;
    if (layout.kind === 'chroma-halved') spreadChroma(bytes, into as Uint8Array);
    else bytesOf(into).set(bytes);
    if (image.planar && image.samples > 1 && layout.kind === 'plain') {
      interleavePlanes(into, image.samples);
    }
  }
}

function swapped(bytes: Uint8Array, width: number): Uint8Array {
  const copy = Buffer.alloc(Math.ceil(bytes.length / width) * width);
  copy.set(bytes);
  if (width === 2) return copy.swap16();
  if (width === 4) return copy.swap32();
  return copy.swap64();
}

function bytesOf(values: Values): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

function areNeighbours(frames: readonly number[]): boolean {
  return frames.every((frame, index) => frame === frames[0]! + index);
}
