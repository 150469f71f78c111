import { type Dataset, tags } from './dataset.ts';
import { readNumber } from './read-values.ts';

/** Where the pixels end that a data set calls for; undefined where it has none, as far as it is
 *  there. The length that they claim may be more than rows and columns fill. */
export function endOfPixels(dataset: Dataset): number | undefined {
  const pixels = [tags.pixels, tags.floatPixels, tags.doublePixels]
    .map(tag => dataset.elements.get(tag))
    .find(element => element !== undefined);
  if (!pixels) return undefined;
  const bits = pixels.tag === tags.pixels ? readNumber(dataset, 0x00280100, 'US') : 64;
  const counts = [
    readNumber(dataset, 0x00280010, 'US'),
    readNumber(dataset, 0x00280011, 'US'),
    readNumber(dataset, 0x00280002, 'US') ?? 1,
    readNumber(dataset, 0x00280008, 'IS') || 1,
    bits,
  ];
  const called = Math.ceil(
    counts.reduce<number>((product, count) => product * (count ?? 0), 1) / 8,
  );
  return pixels.offset + (pixels.isUndefined ? called : Math.min(called, pixels.length));
}
