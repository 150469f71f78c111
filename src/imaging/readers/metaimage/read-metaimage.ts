import type { ByteSource } from '../byte-source.ts';
import { isSheared, placedOn } from '../grid-from-columns.ts';
import { unreadable } from '../read-errors.ts';
import type { PictureNote, ReadOptions, StoredPicture } from '../stored-picture.ts';
import { sizeInBytes, volumesToRead } from '../value-range.ts';
import { bytesPerValue } from '../value-type.ts';
import { metaGrid } from './meta-grid.ts';
import { metaValueType } from './meta-value-type.ts';
import {
  type MetaHeader,
  mostHeaderBytes,
  numbersOf,
  parseMetaHeader,
} from './parse-meta-header.ts';
import { readMetaValues } from './read-meta-values.ts';

/** MetaImage: .mha, or .mhd with its values in other files of its folder. */
export async function readMetaImage(
  source: ByteSource,
  options: ReadOptions,
): Promise<StoredPicture> {
  const header = parseMetaHeader(await source.read(0, mostHeaderBytes));
  const notes: PictureNote[] = [];
  const type = metaValueType(header.fields.get('elementtype'));
  const [channels = 1] = numbersOf(header, 'elementnumberofchannels') ?? [];
  const dims = dimsOf(header);
  const [columns = 1, rows = 1, slices = 1, ...more] = dims;
  const size = [columns, rows, slices] as const;
  const has = sizeInBytes(more, options.maxBytes);
  if (!isCount(channels)) throw unreadable('it has no sensible number of channels');
  const volumeBytes = sizeInBytes([...size, channels, bytesPerValue(type)], options.maxBytes);
  const { first, count } = volumesToRead(has, options.nth, notes);
  const grid = metaGrid(header, size, dims.length, notes);
  if (isSheared(grid)) notes.push('axes-sheared');
  const { values, valueFiles } = await readMetaValues(source, header, {
    type,
    skip: first * volumeBytes,
    length: sizeInBytes([volumeBytes, count], options.maxBytes),
    of: sizeInBytes([volumeBytes, has], Number.MAX_SAFE_INTEGER),
    maxBytes: options.maxBytes,
    notes,
  });
  return {
    format: 'metaimage',
    modality: modalityOf(header),
    size,
    volumes: count,
    channels,
    values,
    ...placedOn(grid),
    transferSyntax: null,
    rescale: rescaleOf(header),
    window: null,
    valueFiles,
    notes,
  };
}

function dimsOf(header: MetaHeader): number[] {
  const [count = 0] = numbersOf(header, 'ndims') ?? [];
  const dims = numbersOf(header, 'dimsize')?.slice(0, count) ?? [];
  if (!isCount(count) || dims.length < count || !dims.every(isCount))
    throw unreadable('its dimensions are no sensible numbers');
  return dims;
}

function isCount(number: number): boolean {
  return Number.isSafeInteger(number) && number >= 1;
}

/** `MET_MOD_CT`. */
function modalityOf({ fields }: MetaHeader): string | null {
  const stated = /^MET_MOD_(CT|MR|NM|US)$/.exec(fields.get('modality') ?? '');
  return stated?.[1] ?? null;
}

function rescaleOf(header: MetaHeader) {
  const [slope = 1] = numbersOf(header, 'elementtointensityfunctionslope') ?? [];
  const [intercept = 0] = numbersOf(header, 'elementtointensityfunctionoffset') ?? [];
  return slope === 0 ? { slope: 1, intercept: 0 } : { slope, intercept };
}
