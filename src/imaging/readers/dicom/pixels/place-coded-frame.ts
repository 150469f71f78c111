import type { Values } from '../../../volume/volume.ts';
import type { CodedFrame } from '../codecs/coded-frame.ts';
import { pixelsUnreadable } from '../dicom-errors.ts';
import type { DicomImage } from '../header/header-schema.ts';

/**
 * Puts a decoded frame among the values. Streams mostly know no sign: where the file says there is
 * one, it is the highest bit that both speak of.
 */
export function placeCodedFrame(coded: CodedFrame, into: Values, image: DicomImage): void {
  const { values, precision } = coded;
  if (values.length !== into.length) throw pixelsUnreadable();
  const isSigned = values instanceof Int8Array || values instanceof Int16Array;
  if (!image.signed || isSigned) {
    into.set(values);
    return;
  }
  const shift = 32 - Math.min(precision, image.bitsStored);
  for (let at = 0; at < into.length; at++) into[at] = (values[at]! << shift) >> shift;
}
