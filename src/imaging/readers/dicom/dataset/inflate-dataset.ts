import { constants, inflateRawSync } from 'node:zlib';
import { dicomTooLarge, notDicom } from '../dicom-errors.ts';

/** What a deflated data set holds. Of one that is cut as much as there is. */
export function inflateDataset(bytes: Uint8Array, maxBytes: number): Uint8Array {
  try {
    return inflateRawSync(bytes, {
      maxOutputLength: maxBytes,
      finishFlush: constants.Z_SYNC_FLUSH,
      chunkSize: 2 ** 20,
    });
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    throw isTooLarge ? dicomTooLarge(maxBytes) : notDicom();
  }
}
