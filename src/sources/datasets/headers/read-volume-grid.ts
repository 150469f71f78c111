import { lstat, open } from 'node:fs/promises';
import { type Grid, gridSchema } from '../../../contracts/imaging/index.ts';
import { metaGrid } from '../../../imaging/readers/metaimage/meta-grid.ts';
import {
  mostHeaderBytes,
  numbersOf,
  parseMetaHeader,
} from '../../../imaging/readers/metaimage/parse-meta-header.ts';
import { niftiGrid } from '../../../imaging/readers/nifti/nifti-grid.ts';
import { parseNiftiHeader } from '../../../imaging/readers/nifti/parse-nifti-header.ts';
import { startOfGzip } from '../../../imaging/readers/start-of-gzip.ts';
import { tellFormat } from '../../../imaging/readers/tell-format.ts';

/** Where a NIfTI or MetaImage lies, from its head alone; null where that cannot be read. */
export async function readVolumeGrid(file: string): Promise<Grid | null> {
  try {
    if (!(await lstat(file)).isFile()) return null;
    const head = await headOf(file);
    const format = tellFormat(head);
    // Numbers that are none, and a spacing without end, make no grid.
    if (format === 'nifti') return gridSchema.parse(ofNifti(head));
    return format === 'metaimage' ? gridSchema.parse(ofMetaImage(head)) : null;
  } catch {
    return null;
  }
}

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const bytes = new Uint8Array(mostHeaderBytes);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function ofNifti(head: Uint8Array): Grid {
  const inflated = startOfGzip(head);
  const header = parseNiftiHeader(inflated.length > 0 ? inflated : head);
  return niftiGrid(header, sizeOf(header.dims), []);
}

function ofMetaImage(head: Uint8Array): Grid {
  const header = parseMetaHeader(head);
  const [count = 3] = numbersOf(header, 'ndims') ?? [];
  const dims = numbersOf(header, 'dimsize')?.slice(0, count) ?? [];
  return metaGrid(header, sizeOf(dims), count, []);
}

function sizeOf([columns = 1, rows = 1, slices = 1]: readonly number[]): Grid['size'] {
  const size = [columns, rows, slices] as const;
  if (!size.every(extent => Number.isSafeInteger(extent) && extent >= 1)) throw new RangeError();
  return size;
}
