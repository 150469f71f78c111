import { lstat } from 'node:fs/promises';
import { readDicomHeaderFile } from '../../../imaging/readers/dicom/header/read-header-file.ts';
import type { SliceHeader } from './slice-header.ts';

const modalities: Record<string, SliceHeader['modality']> = {
  CT: 'CT',
  MR: 'MRI',
  CR: 'XR',
  DX: 'XR',
  RG: 'XR',
  XR: 'XR',
};

/** The largest X-ray of these datasets has 30 MiB. A head that a stranger made endless is read for
 *  as long as the file goes on. */
const mostBytes = 64 * 2 ** 20;

/** Of a DICOM file, from its head alone; null where that cannot be read or shows no picture. */
export async function readSliceHeader(file: string): Promise<SliceHeader | null> {
  try {
    // A link may lead to a pipe, or out of the dataset.
    const status = await lstat(file);
    if (!status.isFile() || status.size > mostBytes) return null;
    const header = await readDicomHeaderFile(file);
    const { image, studyUid, seriesUid, sopInstanceUid } = header;
    if (!image) return null;
    const { positionMm, directions, pixelSpacingMm } = image.shared;
    const isPlaced = positionMm && directions && pixelSpacingMm && image.frames === 1;
    return {
      studyUid: studyUid ?? '',
      seriesUid: seriesUid ?? '',
      instanceUid: sopInstanceUid ?? '',
      modality: modalities[header.modality ?? ''] ?? null,
      description: header.seriesDescription ?? '',
      columns: image.columns,
      rows: image.rows,
      plane: isPlaced
        ? {
            spacingMm: [pixelSpacingMm[1], pixelSpacingMm[0]],
            directions,
            originMm: positionMm,
          }
        : null,
    };
  } catch {
    return null;
  }
}
