import { lstat, open } from 'node:fs/promises';
import { readHeader } from '../../../imaging/index.ts';

/** What stands before the frame of a JPEG: thumbnails, colour profiles. */
const headBytes = 512 * 1024;

/** Columns and rows as stored, from the head alone; null where that cannot be read. */
export async function readPictureSize(file: string): Promise<[number, number] | null> {
  try {
    if (!(await lstat(file)).isFile()) return null;
    const handle = await open(file);
    try {
      const bytes = new Uint8Array(headBytes);
      const { bytesRead } = await handle.read(bytes, 0, headBytes, 0);
      const header = readHeader(bytes.subarray(0, bytesRead));
      return header ? [header.width, header.height] : null;
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}
