import type { Packing } from '../transfer-syntaxes.ts';
import type { FrameDecoder } from './coded-frame.ts';

type Packed = Exclude<Packing['kind'], 'native' | 'unsupported'>;

/** Each is loaded when the first file needs it. */
export const decoders: Record<Packed, () => Promise<FrameDecoder>> = {
  rle: async () => (await import('./decode-rle.ts')).decodeRle,
  jpeg: async () => (await import('./jpeg/decode-jpeg.ts')).decodeJpeg,
  'jpeg-lossless': async () => (await import('./jpeg/decode-jpeg.ts')).decodeJpeg,
  'jpeg-ls': async () => (await import('./jpeg/decode-jpeg.ts')).decodeJpeg,
  'jpeg-2000': async () => (await import('./decode-jpeg-2000.ts')).decodeJpeg2000,
};
