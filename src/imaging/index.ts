export { type DecodeOptions, decodePicture } from './decoding/decode-picture.ts';
export type { FitSize, PixelPicture } from './decoding/protocol.ts';
export { type PictureFormat, type PictureHeader, readHeader } from './decoding/read-header.ts';
export * from './inspect/index.ts';
export * from './phantom/index.ts';
export * from './readers/index.ts';
export { assembleSeries, chooseSeries, type Frame, type Series } from './series/index.ts';
export { type Slice, type SlicedCase, type SlicesFile, sliceCases } from './slices/index.ts';
export * from './writers/index.ts';
