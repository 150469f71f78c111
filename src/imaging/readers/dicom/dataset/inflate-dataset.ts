import { constants, inflateRawSync } from 'node:zlib';
import { dicomTooLarge, notDicom } from '../dicom-errors.ts';
import type { Dataset } from './dataset.ts';
import { endOfPixels } from './end-of-pixels.ts';

type ReadElements = (plain: Uint8Array) => Dataset | undefined;

/** Of what stands before the pixels. */
const mostHeaderBytes = 2 ** 26;

/** Deflate makes no more than 1032 of a byte: with this much room a stream can be left between two
 *  bytes that are far enough apart. */
const roomBytes = 2 ** 24;

/**
 * The elements of a deflated data set: up to the pixels, and with them where it is said how many
 * bytes there may be in all. What the stream holds behind the pixels that its header calls for is
 * left there. Of one that is cut as much as there is.
 */
export function inflateDataset(
  deflated: Uint8Array,
  read: ReadElements,
  maxBytes?: number,
): Dataset | undefined {
  const pixelsEnd = (plain: Uint8Array) => {
    const dataset = read(plain);
    return dataset && endOfPixels(dataset);
  };
  const most = Math.min(maxBytes ?? mostHeaderBytes, mostHeaderBytes);
  const head = inflateUntil(deflated, { first: 2 ** 14, most }, plain => {
    return pixelsEnd(plain) !== undefined;
  });
  const end = pixelsEnd(head);
  if (maxBytes === undefined || end === undefined || end <= head.length) return read(head);
  if (end > maxBytes) throw dicomTooLarge(maxBytes);
  const asked = { first: deflated.length, most: end + roomBytes };
  return read(inflateUntil(deflated, asked, plain => plain.length >= end));
}

type Asked = { first: number; most: number };

/** What a part of the stream, or the whole of it, inflates to, that is enough and not too much:
 *  looked for since zlib gives nothing at all of what goes beyond. */
function inflateUntil(
  deflated: Uint8Array,
  { first, most }: Asked,
  isEnough: (plain: Uint8Array) => boolean,
): Uint8Array {
  let tooLittle = 0;
  let tooMuch = deflated.length + 1;
  for (let length = Math.min(first, deflated.length); ; ) {
    const plain = inflate(deflated.subarray(0, length), most);
    if (plain && (length === deflated.length || isEnough(plain))) return plain;
    if (plain) tooLittle = length;
    else tooMuch = length;
    if (tooMuch - tooLittle <= 1) throw dicomTooLarge(most);
    const isBetween = tooMuch <= deflated.length;
    length = isBetween
      ? Math.floor((tooLittle + tooMuch) / 2)
      : Math.min(length * 2, deflated.length);
  }
}

/** Undefined where it is more than that. */
function inflate(deflated: Uint8Array, most: number): Uint8Array | undefined {
  try {
    return inflateRawSync(deflated, {
      maxOutputLength: most,
      finishFlush: constants.Z_SYNC_FLUSH,
      chunkSize: 2 ** 20,
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw notDicom();
  }
}
