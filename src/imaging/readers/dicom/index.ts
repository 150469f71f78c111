export type { RgbPixels } from './colour/rgb-pixels.ts';
export { toRgb } from './colour/to-rgb.ts';
export type { DicomHeader, DicomImage, FrameHeader, LookupTable } from './header/header-schema.ts';
export { readDicomHeader } from './header/read-header.ts';
export { readDicomHeaderFile } from './header/read-header-file.ts';
export {
  type DecodedDicom,
  type DecodePixelsOptions,
  type DicomPixels,
  decodeDicomPixels,
  type OpenDicom,
  openDicom,
} from './pixels/decode-pixels.ts';
export { decodeDicomText } from './text/decode-text.ts';
