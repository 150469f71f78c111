import { hash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { SpinemedError } from '../../../errors/index.ts';
import { readHeader } from '../../../imaging/decoding/read-header.ts';
import { encodePixels } from './encode-pixels.ts';

/** Raised when the same file would give other pixels. */
export const renderVersion = 2;

/** Larger than any of the four datasets has them. */
const mostBytes = 128 * 2 ** 20;

export const renderRejects = ['picture-missing', 'picture-changed', 'picture-unreadable'] as const;
export type RenderReject = { reason: (typeof renderRejects)[number]; code: string };

type Wish = {
  file: string;
  /** As it was when it was collected; null where only a series has a digest. */
  sha256: string | null;
  /** A picture with a longer side is made smaller. */
  longestPixels: number;
};

/**
 * A picture file, or a DICOM slice through its own window, as an 8-bit PNG. Strangers' bytes are
 * decoded in processes that can be ended; what is compressed here are pixels.
 */
export async function renderPicture(
  { file, sha256, longestPixels }: Wish,
  signal: AbortSignal,
): Promise<Buffer | RenderReject> {
  try {
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return { reason: 'picture-missing', code: 'file-missing' };
    if (found.size > mostBytes) return { reason: 'picture-unreadable', code: 'file-too-large' };
    const bytes = await readFile(file);
    if (sha256 !== null && hash('sha256', bytes, 'hex') !== sha256)
      return { reason: 'picture-changed', code: 'digest-differs' };
    if (readHeader(bytes)) return await pngOf(bytes, longestPixels, signal);
    const slice = await sliceOf(file, signal);
    return isWithin(slice, longestPixels) ? slice : await pngOf(slice, longestPixels, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof SpinemedError) return { reason: 'picture-unreadable', code: error.code };
    const { code } = error as NodeJS.ErrnoException;
    if (typeof code !== 'string') throw error;
    return { reason: 'picture-unreadable', code: 'file-unreadable' };
  }
}

async function sliceOf(file: string, signal: AbortSignal): Promise<Buffer> {
  // Loaded with the first picture: whoever runs a benchmark renders none.
  const { sliceInChild } = await import('../../../imaging/slices/slice-in-child.ts');
  const asked = { count: 1, plane: 'stored', window: 'file', seriesUid: null } as const;
  const { pictures } = await sliceInChild({ source: file, files: [file], asked }, signal);
  return Buffer.from(pictures[0]!);
}

function isWithin(png: Uint8Array, longestPixels: number): boolean {
  const { width, height } = readHeader(png)!;
  return Math.max(width, height) <= longestPixels;
}

async function pngOf(
  bytes: Uint8Array,
  longestPixels: number,
  signal: AbortSignal,
): Promise<Buffer> {
  const fit = { width: longestPixels, height: longestPixels, fit: 'inside' } as const;
  const size = isWithin(bytes, longestPixels) ? {} : { size: fit };
  const { decodePicture } = await import('../../../imaging/decoding/decode-picture.ts');
  return encodePixels(await decodePicture(bytes, { ...size, signal }));
}
