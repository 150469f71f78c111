export { type DecodeOptions, decodePicture } from './decoding/decode-picture.ts';
export type { FitSize, PixelPicture } from './decoding/protocol.ts';
export { type PictureFormat, type PictureHeader, readHeader } from './decoding/read-header.ts';
export * from './phantom/index.ts';
