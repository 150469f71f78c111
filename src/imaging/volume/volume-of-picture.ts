import type { Grid } from '../../contracts/imaging/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import type { StoredPicture } from '../readers/stored-picture.ts';
import type { StoredValues } from '../readers/value-type.ts';
import type { Values, Volume } from './volume.ts';

/** One volume of what a file holds, from 0; without a copy wherever its numbers fit. */
export function volumeOfPicture(picture: StoredPicture, nth = 0): Volume {
  const { size, channels, volumes, modality, rescale, window } = picture;
  if (channels > 1) throw inColour();
  if (nth >= volumes) throw new RangeError('a picture has no such volume');
  const length = size[0] * size[1] * size[2];
  const values = picture.values.subarray(nth * length, (nth + 1) * length);
  return {
    grid: picture.grid ?? unplacedGrid(picture),
    values: asValues(values),
    rescale,
    window,
    modality: modality === null ? null : (modalities[modality] ?? null),
  };
}

const modalities: Record<string, Volume['modality']> = {
  ...{ CT: 'CT', MR: 'MRI' },
  // Plates, detectors, films that were scanned, fluoroscopy.
  ...{ CR: 'XR', DX: 'XR', RG: 'XR', RF: 'XR' },
};

/** Nowhere in particular: as it lies in the file, with what is known of its spacing. */
function unplacedGrid({ size, spacingMm }: StoredPicture): Grid {
  return {
    size,
    spacingMm: [spacingMm?.[0] ?? 1, spacingMm?.[1] ?? 1, spacingMm?.[2] ?? 1],
    directions: [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ],
    originMm: [0, 0, 0],
  };
}

/** Of 64 bits only what doubles hold exactly. */
function asValues(values: StoredValues): Values {
  if (!(values instanceof BigInt64Array || values instanceof BigUint64Array)) return values;
  const numbers = Float64Array.from(values, Number);
  if (numbers.every(Number.isSafeInteger)) return numbers;
  throw new SpinemedError({
    code: 'picture-unsupported',
    mender: 'user',
    message: 'a picture has whole numbers past 2^53, which a volume cannot hold exactly',
    hint: 'Convert it to 32-bit integers or to floats.',
  });
}

function inColour(): SpinemedError {
  return new SpinemedError({
    code: 'picture-in-colour',
    mender: 'user',
    message: 'a picture is in colour, and a volume has one value a voxel',
    hint: 'Give the scanner’s own series, not a rendering or a screenshot.',
  });
}
