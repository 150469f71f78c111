import type { ByteSource } from '../byte-source.ts';
import { inflateUpTo } from '../inflate-up-to.ts';
import { sideFileMissing, tooLarge, truncated } from '../read-errors.ts';
import type { PictureNote } from '../stored-picture.ts';
import type { NiftiHeader } from './parse-nifti-header.ts';

type Wanted = {
  /** Bytes of values before those that are wanted. */
  skip: number;
  length: number;
  /** Bytes of values in all. */
  of: number;
  maxBytes: number;
  notes: PictureNote[];
};

/** Extensions between header and values are a few kilobytes, if any. */
const headerRoom = 2 ** 20;

export async function readNiftiValues(
  source: ByteSource,
  header: NiftiHeader,
  wanted: Wanted,
): Promise<{ bytes: Uint8Array; valueFiles: string[] }> {
  const first = header.version === 1 ? 352 : 544;
  const stated = Number.isFinite(header.valuesAt) ? Math.floor(header.valuesAt) : 0;
  if (header.isSingleFile)
    return { bytes: await readFrom(source, Math.max(stated, first), wanted), valueFiles: [] };
  const values = await openImage(source);
  try {
    const bytes = await readFrom(values, Math.max(stated, 0), wanted);
    return { bytes, valueFiles: [values.name] };
  } finally {
    await values.close();
  }
}

async function readFrom(source: ByteSource, valuesAt: number, wanted: Wanted): Promise<Uint8Array> {
  const { skip, length, of, notes } = wanted;
  const start = valuesAt + skip;
  const end = start + length;
  const [a, b] = await source.read(0, 2);
  if (a === 0x1f && b === 0x8b) {
    if (end > wanted.maxBytes + headerRoom) throw tooLarge(wanted.maxBytes);
    const compressed = { size: source.size, pieces: () => source.pieces(0) };
    const { bytes, isWhole } = await inflateUpTo(compressed, end);
    const goesOn = !isWhole || bytes.length > end;
    if (goesOn && skip + length === of) notes.push('bytes-after-the-end');
    return bytes.subarray(start, end);
  }
  const bytes = await source.read(start, length);
  if (bytes.length < length) throw truncated();
  if (source.size > valuesAt + of) notes.push('bytes-after-the-end');
  return bytes;
}

/** `name.img` of `name.hdr`; either may be gzipped. */
async function openImage(header: ByteSource): Promise<ByteSource> {
  const stem = header.name.replace(/\.hdr(\.gz)?$/i, '');
  for (const ending of ['.img', '.img.gz', '.IMG']) {
    try {
      return await header.beside(stem + ending);
    } catch (error) {
      if ((error as { code?: string }).code !== 'picture-side-file') throw error;
    }
  }
  throw sideFileMissing();
}
