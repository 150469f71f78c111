import { readFileSync } from 'node:fs';
import { type DicomHeader, decodeDicomPixels } from '../readers/dicom/index.ts';
import type { Frame } from '../series/index.ts';
import type { Values } from '../volume/volume.ts';

type HeldFile = {
  file: string;
  bytes: Uint8Array;
  /** Of all frames, where they stand on the file's bytes and so cost nothing. */
  all: Values | null;
};

/** Reads frames of DICOM files. The last file is held, for frames of one file come after each
 *  other. */
export function dicomPixels(
  headers: ReadonlyMap<string, DicomHeader>,
  maxBytes: number,
): (frame: Frame) => Promise<Values> {
  let held: HeldFile | undefined;
  const decode = async (bytes: Uint8Array, frames?: readonly number[]) =>
    (await decodeDicomPixels(bytes, { frames, maxBytes })).pixels.values;
  return async ({ file, frame, size }) => {
    if (held?.file !== file) {
      held = undefined;
      // This process has nothing else to do; a promise takes longer than reading half a megabyte.
      const bytes = readFileSync(file);
      const image = headers.get(file)!.image!;
      const isNative = image.pixels.byteLength !== null;
      held = { file, bytes, all: isNative ? await decode(bytes) : null };
    }
    const pixels = size[0] * size[1];
    if (held.all) return held.all.subarray(frame * pixels, (frame + 1) * pixels);
    return decode(held.bytes, [frame]);
  };
}
