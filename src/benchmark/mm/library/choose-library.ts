import { diseases } from '../../../spine/index.ts';
import { sampleBySeed } from '../sample-by-seed.ts';
import { contradicts } from './contradicts.ts';
import type { PictureLine } from './picture-line.ts';

export type LibraryRow = { disease: number; picture: number };

/** So many pictures a disease, drawn by seed; a picture of two diseases may stand for both. Numbers
 *  are places in the lists of diseases and pictures. */
export function chooseLibrary(
  pictures: readonly PictureLine[],
  { perDisease, seed }: { perDisease: number; seed: number },
): LibraryRow[] {
  return diseases.flatMap(({ id }, disease) => {
    if (id === 'healthy') return [];
    const showing = pictures.flatMap((each, picture) =>
      each.diseases.includes(id) && !contradicts(each.diseases) ? [{ disease, picture }] : [],
    );
    return sampleBySeed(showing, perDisease, {
      seed,
      keyOf: ({ picture }) => `${id} ${pictures[picture]!.sha256}`,
    });
  });
}
