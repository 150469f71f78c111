import { type JpegHeader, segmentsOf } from './read-jpeg-header.ts';

/** An Adobe marker, whose last byte says whether colours are YCbCr. */
const adobe = (transform: 0 | 1) =>
  Uint8Array.of(0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, transform);

/** Whether three components are YCbCr. Their stream says it best; where it is silent the file's
 *  photometric interpretation does. */
export function areYcbcr(header: JpegHeader, photometric: string): boolean {
  if (header.hasJfif) return true;
  if (header.adobeTransform !== null) return header.adobeTransform !== 0;
  const ids = String.fromCharCode(...header.components.map(({ id }) => id));
  if (ids === 'RGB') return false;
  return photometric !== 'RGB';
}

/** The stream with its decoder told what `areYcbcr` found, whatever it would guess itself. */
export function forceColours(bytes: Uint8Array, ycbcr: boolean): Uint8Array {
  const kept: Uint8Array[] = [Uint8Array.of(0xff, 0xd8), adobe(ycbcr ? 1 : 0)];
  for (const { marker, start, end } of segmentsOf(bytes)) {
    if (marker === 0xd8 || marker === 0xe0 || marker === 0xee) continue;
    if (marker === 0xda) return Buffer.concat([...kept, bytes.subarray(start)]);
    kept.push(bytes.subarray(start, end));
  }
  return bytes;
}
