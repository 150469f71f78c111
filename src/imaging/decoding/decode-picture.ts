import { makeWorkerPool } from '../../processes/index.ts';
import { pictureTooLarge, pictureUnreadable } from './decode-errors.ts';
import type { FitSize, PixelPicture } from './protocol.ts';
import { readHeader } from './read-header.ts';
import { startDecoder } from './start-decoder.ts';

export type DecodeOptions = {
  /** Refused above it, before anything is decoded. */
  maxPixels?: number;
  timeoutMs?: number;
  /** Of the process that decodes, itself included (about 60 MiB). */
  memoryMiB?: number;
  /** As large as it comes unless given. */
  size?: FitSize;
  signal?: AbortSignal;
};

const usual = { maxPixels: 100_000_000, timeoutMs: 20_000, memoryMiB: 1024 };

/** Decoding is work for a core; more decoders than this would only hold memory. */
const mostDecoders = 2;

const withDecoder = makeWorkerPool(startDecoder, mostDecoders);

/**
 * A stranger's PNG, JPEG, WebP, TIFF or GIF as 8-bit grey or colour. The header is read here; the
 * rest is decoded in a process that is ended when it takes too long or too much.
 */
export async function decodePicture(
  bytes: Uint8Array,
  options: DecodeOptions = {},
): Promise<PixelPicture> {
  const { maxPixels = usual.maxPixels, size } = options;
  const { timeoutMs = usual.timeoutMs, memoryMiB = usual.memoryMiB } = options;
  const signal = options.signal ?? new AbortController().signal;
  const header = readHeader(bytes);
  if (!header) throw pictureUnreadable();
  if (header.width * header.height > maxPixels) throw pictureTooLarge(maxPixels);
  const request = { bytes, maxPixels, size };
  return withDecoder(signal, decoder => decoder.ask(request, { timeoutMs, memoryMiB, signal }));
}
