import { dicomInvalid } from '../dicom-errors.ts';
import type { DicomImage } from '../header/header-schema.ts';
import type { DicomPixels } from '../pixels/decode-pixels.ts';
import { lookUpColours } from './look-up-colours.ts';
import type { RgbPixels } from './rgb-pixels.ts';
import { turnYbr } from './turn-ybr.ts';

/** Colours as they are looked at, whatever a file stores instead; null where it is grey. */
export function toRgb(pixels: DicomPixels, image: DicomImage): RgbPixels | null {
  const { photometric, samples, values } = pixels;
  if (photometric === 'PALETTE COLOR') {
    if (!image.palette) throw dicomInvalid('colour palette');
    return lookUpColours(values, image.palette);
  }
  if (samples !== 3) return null;
  const isShallow = values instanceof Uint8Array;
  if (!isShallow && !(values instanceof Uint16Array)) throw dicomInvalid('type of colours');
  const bits = Math.min(image.bitsStored, isShallow ? 8 : 16);
  if (!photometric.startsWith('YBR_') || /^YBR_(ICT|RCT)$/.test(photometric)) {
    return { values, bits };
  }
  return { values: turnYbr(values, bits, photometric.startsWith('YBR_PARTIAL')), bits };
}
