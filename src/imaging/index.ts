export { type DecodeOptions, decodePicture } from './decoding/decode-picture.ts';
export type { FitSize, PixelPicture } from './decoding/protocol.ts';
export { type PictureFormat, type PictureHeader, readHeader } from './decoding/read-header.ts';
export * from './inspect/index.ts';
export * from './phantom/index.ts';
export * from './readers/index.ts';
export { volumeOfPicture } from './volume/volume-of-picture.ts';
export * from './writers/index.ts';
