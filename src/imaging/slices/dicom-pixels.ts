import { readFile } from 'node:fs/promises';
import { type OpenDataset, openDataset } from '../readers/dicom/dataset/open-dataset.ts';
import { headerOf } from '../readers/dicom/header/read-header.ts';
import { readNative } from '../readers/dicom/pixels/read-native.ts';
import type { Frame } from '../series/index.ts';
import type { Values } from '../volume/volume.ts';

/** Reads frames of DICOM files. The last file stays open, for frames of one file come after each
 *  other. */
export function dicomPixels(maxBytes: number): (frame: Frame) => Promise<Values> {
  let last: { file: string; opened: OpenDataset } | undefined;
  return async ({ file, frame }) => {
    if (last?.file !== file) last = { file, opened: openDataset(await readFile(file), maxBytes) };
    const { opened } = last;
    return readNative(opened.dataset, headerOf(opened).image!, [frame]);
  };
}
