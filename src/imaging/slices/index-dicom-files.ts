import { SpinemedError } from '../../errors/index.ts';
import { type DicomHeader, readDicomHeaderFile } from '../readers/dicom/index.ts';
import type { Frame } from '../series/index.ts';

export type DicomIndex = {
  frames: Frame[];
  headers: Map<string, DicomHeader>;
  leftOut: { notDicom: number; withoutPixels: number; inColour: number };
  damaged: { file: string; error: SpinemedError }[];
};

/** Waiting for the disk is most of the work. */
const atOnce = 8;

/** Of a file: it may claim two billion, and each is counted out. */
const mostFrames = 65_536;

/** Headers of any number of files as the frames that they hold; of no file more than its head is
 *  read. What gives no grey pictures is counted. */
export async function indexDicomFiles(files: readonly string[]): Promise<DicomIndex> {
  const headers = new Map<string, DicomHeader>();
  const leftOut = { notDicom: 0, withoutPixels: 0, inColour: 0 };
  const damaged: DicomIndex['damaged'] = [];
  const found: Frame[][] = files.map(() => []);
  let next = 0;
  const readOn = async () => {
    for (let at = next++; at < files.length; at = next++) {
      const file = files[at]!;
      const header = await readDicomHeaderFile(file).catch((error: unknown) => {
        if (!(error instanceof SpinemedError)) throw error;
        if (error.code === 'dicom-unreadable') leftOut.notDicom++;
        else damaged.push({ file, error });
        return undefined;
      });
      if (!header) continue;
      if (!header.image) leftOut.withoutPixels++;
      else if (header.image.frames > mostFrames) damaged.push({ file, error: tooManyFrames() });
      else if (header.image.samples > 1 || header.image.palette) leftOut.inColour++;
      else {
        headers.set(file, header);
        found[at] = framesOf(file, header, header.image);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, readOn));
  return { frames: found.flat(), headers, leftOut, damaged };
}

function framesOf(
  file: string,
  header: DicomHeader,
  image: NonNullable<DicomHeader['image']>,
): Frame[] {
  return Array.from({ length: image.frames }, (_, frame) => {
    const own = image.perFrame[frame] ?? image.shared;
    const spacing = own.pixelSpacingMm ?? image.detectorSpacingMm;
    return {
      file,
      frame,
      seriesUid: header.seriesUid ?? '',
      size: [image.columns, image.rows],
      spacingMm: spacing && [spacing[1], spacing[0]],
      directions: own.directions,
      // Without functional groups one position stands for all frames, and places none but the first.
      positionMm: image.frames > 1 && image.perFrame.length === 0 ? null : own.positionMm,
      instanceNumber: header.instanceNumber,
      imageType: header.imageType,
      marks: {
        stack: own.stack,
        'temporal-position': own.temporalPosition,
        echo: own.echoTimeMs,
        'image-type': header.imageType.slice(2).join('\\'),
        acquisition: header.acquisitionNumber,
      },
    };
  });
}

function tooManyFrames(): SpinemedError {
  return new SpinemedError({
    code: 'dicom-invalid',
    mender: 'user',
    message: 'a DICOM file claims more frames than there can be',
  });
}
