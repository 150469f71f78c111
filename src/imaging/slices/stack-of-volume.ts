import { SpinemedError } from '../../errors/index.ts';
import { pointAtIndex } from '../geometry/grid-index.ts';
import { openFile } from '../readers/byte-source.ts';
import type { StoredPicture } from '../readers/stored-picture.ts';
import type { StoredValues } from '../readers/value-type.ts';
import type { Values } from '../volume/volume.ts';
import { type HashedSource, hashSource } from './hashed-source.ts';
import type { SliceStack } from './slice-stack.ts';

/** Each loaded when it is needed: what starts fast is loaded little. */
const readers = {
  nifti: async () => (await import('../readers/nifti/read-nifti.ts')).readNifti,
  metaimage: async () => (await import('../readers/metaimage/read-metaimage.ts')).readMetaImage,
};

/** NIfTI or MetaImage: one volume, read whole. Of several in time the first is taken, and said. */
export async function openVolumeStack(
  file: string,
  format: 'nifti' | 'metaimage',
  maxBytes: number,
): Promise<SliceStack> {
  const hashed = hashSource(await openFile(file));
  try {
    const read = await readers[format]();
    return stackOf(await read(hashed.source, { maxBytes, nth: 0 }), format, hashed);
  } catch (error) {
    await hashed.close();
    throw error;
  }
}

function stackOf(
  picture: StoredPicture,
  format: 'nifti' | 'metaimage',
  { digests, close }: HashedSource,
): SliceStack {
  const { size, channels, grid, rescale, window, notes } = picture;
  if (channels > 1) throw colourUnsupported();
  const values = asNumbers(picture.values);
  const pixels = size[0] * size[1];
  return {
    format,
    modality: picture.modality === 'MR' ? 'MRI' : picture.modality === 'CT' ? 'CT' : null,
    grid: grid ?? plainGrid(size),
    isPlaced: grid !== null,
    offsetsMm: null,
    read: async slice => values.subarray(slice * pixels, (slice + 1) * pixels),
    rescaleOf: () => rescale,
    originOf: slice => (grid ? pointAtIndex(grid, [0, 0, slice]) : [0, 0, slice]),
    window,
    isInverted: false,
    seriesUid: null,
    sourceOf: () => null,
    digests,
    damaged: [],
    notes: [...notes],
    close,
  };
}

function asNumbers(values: StoredValues): Values {
  if (values instanceof BigInt64Array || values instanceof BigUint64Array)
    return Float64Array.from(values, Number);
  return values;
}

export function plainGrid(size: readonly [number, number, number]): SliceStack['grid'] {
  return {
    size,
    spacingMm: [1, 1, 1],
    directions: [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
    originMm: [0, 0, 0],
  };
}

export function colourUnsupported(): SpinemedError {
  return new SpinemedError({
    code: 'picture-in-colour',
    mender: 'user',
    message: 'a picture is in colour, and slices are grey',
    hint: 'Give the scanner’s own series, not a rendering or a screenshot.',
  });
}
