export { type DecodeOptions, decodePicture } from './decoding/decode-picture.ts';
export type { FitSize, PixelPicture } from './decoding/protocol.ts';
export { type PictureFormat, type PictureHeader, readHeader } from './decoding/read-header.ts';
export type { PictureDescription } from './inspect/describe-picture.ts';
export { type Inspected, inspectFiles } from './inspect/inspect-files.ts';
export * from './phantom/index.ts';
export {
  describePictureFile,
  type ReadFileOptions,
  readPictureFile,
} from './readers/read-picture-file.ts';
export type { StoredPicture } from './readers/stored-picture.ts';
export { type StoredFormat, tellFormat } from './readers/tell-format.ts';
export { volumeOfPicture } from './volume/volume-of-picture.ts';
export * from './writers/index.ts';
