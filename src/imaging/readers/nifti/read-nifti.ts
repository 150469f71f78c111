import type { ByteSource } from '../byte-source.ts';
import { isSheared, placedOn } from '../grid-from-columns.ts';
import { truncated, unreadable, unsupported } from '../read-errors.ts';
import { startOfGzip } from '../start-of-gzip.ts';
import type { PictureNote, ReadOptions, StoredPicture } from '../stored-picture.ts';
import { sizeInBytes, volumesToRead } from '../value-range.ts';
import { bytesPerValue, type ValueType, viewValues } from '../value-type.ts';
import { niftiGrid } from './nifti-grid.ts';
import { type NiftiHeader, niftiHeaderBytes, parseNiftiHeader } from './parse-nifti-header.ts';
import { readNiftiValues } from './read-nifti-values.ts';

/** NIfTI-1 and NIfTI-2, gzipped or not, in one file or as .hdr and .img of one folder. */
export async function readNifti(source: ByteSource, options: ReadOptions): Promise<StoredPicture> {
  const header = parseNiftiHeader(await readStart(source));
  const notes: PictureNote[] = [];
  const { type, channels } = typeOf(header.datatype);
  const [columns = 1, rows = 1, slices = 1, ...more] = header.dims.map(positive);
  const size = [columns, rows, slices] as const;
  const volumeBytes = sizeInBytes([...size, channels, bytesPerValue(type)], options.maxBytes);
  const has = sizeInBytes(more, options.maxBytes);
  const { first, count } = volumesToRead(has, options.nth, notes);
  const grid = niftiGrid(header, size, notes);
  if (isSheared(grid)) notes.push('axes-sheared');
  const { bytes, valueFiles } = await readNiftiValues(source, header, {
    skip: first * volumeBytes,
    length: sizeInBytes([volumeBytes, count], options.maxBytes),
    of: sizeInBytes([volumeBytes, has], Number.MAX_SAFE_INTEGER),
    maxBytes: options.maxBytes,
    notes,
  });
  return {
    format: 'nifti',
    modality: null,
    size,
    volumes: count,
    channels,
    values: viewValues(type, bytes, header.order),
    ...placedOn(grid),
    transferSyntax: null,
    rescale: rescaleOf(header),
    window: windowOf(header),
    valueFiles,
    notes,
  };
}

async function readStart(source: ByteSource): Promise<Uint8Array> {
  const start = await source.read(0, 4096);
  const inflated = startOfGzip(start);
  const bytes = inflated.length > 0 ? inflated : start;
  if (bytes.length < 348) throw truncated();
  return bytes.subarray(0, niftiHeaderBytes);
}

const types: Record<number, ValueType> = {
  2: 'uint8',
  4: 'int16',
  8: 'int32',
  16: 'float32',
  64: 'float64',
  256: 'int8',
  512: 'uint16',
  768: 'uint32',
  1024: 'int64',
  1280: 'uint64',
};
const colours: Record<number, number> = { 128: 3, 2304: 4 };
const others: Record<number, string> = {
  1: 'values of one bit',
  32: 'complex numbers',
  1536: 'numbers of 128 bits',
  1792: 'complex numbers',
  2048: 'complex numbers',
};

function typeOf(datatype: number): { type: ValueType; channels: number } {
  const channels = colours[datatype];
  if (channels) return { type: 'uint8', channels };
  const type = types[datatype];
  if (type) return { type, channels: 1 };
  const other = others[datatype];
  throw other ? unsupported(other) : unreadable('it states no known type of values');
}

function positive(dim: number): number {
  if (!(dim >= 1)) throw unreadable('it has a dimension without extent');
  return dim;
}

/** A slope of nought says that there is none. */
function rescaleOf({ slope, intercept }: NiftiHeader) {
  if (slope === 0 || !Number.isFinite(slope)) return { slope: 1, intercept: 0 };
  return { slope, intercept: Number.isFinite(intercept) ? intercept : 0 };
}

function windowOf({ displayMin, displayMax }: NiftiHeader) {
  const width = displayMax - displayMin;
  if (!(width > 0 && Number.isFinite(width))) return null;
  return { center: (displayMin + displayMax) / 2, width };
}
