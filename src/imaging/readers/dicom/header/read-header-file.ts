import { type FileHandle, open } from 'node:fs/promises';
import { SpinemedError } from '../../../../errors/index.ts';
import type { DicomHeader } from './header-schema.ts';
import { readDicomHeader } from './read-header.ts';

/** Holds most headers. */
const firstBytes = 16 * 1024;

/** The header of a file, of which no more is read than that takes. */
export async function readDicomHeaderFile(path: string): Promise<DicomHeader> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    for (let wanted = firstBytes; ; wanted *= 8) {
      const isWhole = wanted >= size;
      const header = tryHeader(await readHead(file, Math.min(wanted, size)), isWhole);
      if (header) return header;
    }
  } finally {
    await file.close();
  }
}

/** Null where more bytes may say more: the head ended before the pixels. */
function tryHeader(head: Uint8Array, isWhole: boolean): DicomHeader | null {
  try {
    const header = readDicomHeader(head);
    return isWhole || header.image ? header : null;
  } catch (error) {
    if (!isWhole && error instanceof SpinemedError && error.code === 'dicom-cut') return null;
    throw error;
  }
}

async function readHead(file: FileHandle, length: number): Promise<Uint8Array> {
  const head = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(head, filled, length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return head.subarray(0, filled);
}
