import { type Library, rankDiseases } from '../options/rank-diseases.ts';
import type { LibraryRow } from './choose-library.ts';
import { healthy } from './disease-numbers.ts';
import type { PictureLine } from './picture-line.ts';
import type { Embedded } from './points-of-pictures.ts';

/** What may not compete with a picture: itself, as in the paper, or all of the same patient. */
export type Rivals = 'other-pictures' | 'other-patients';

/** Of each picture that has a point: its similarity to the nearest picture of each disease. */
export async function similarities(
  pictures: readonly PictureLine[],
  library: readonly LibraryRow[],
  { points, rowOf }: Embedded,
  rivals: Rivals = 'other-pictures',
): Promise<Map<string, Float32Array>> {
  const names = numbered(
    pictures.map(({ sha256, groups }) => (rivals === 'other-pictures' ? sha256 : groups.join())),
  );
  const queries = [...pictures.entries()].filter(([, { sha256 }]) => rowOf.has(sha256));
  const rows = library.filter(({ picture }) => rowOf.has(pictures[picture]!.sha256));
  if (rows.length === 0) return withoutLibrary(queries.map(([, { sha256 }]) => sha256));
  const { dimensions } = points;
  const values = new Float32Array(rows.length * dimensions);
  for (const [row, { picture }] of rows.entries()) {
    const from = rowOf.get(pictures[picture]!.sha256)! * dimensions;
    values.set(points.values.subarray(from, from + dimensions), row * dimensions);
  }
  const held: Library = {
    points: { rows: rows.length, dimensions, values },
    diseases: Uint8Array.from(rows, ({ disease }) => disease),
    diseaseCount: healthy,
    pictures: Int32Array.from(rows, ({ picture }) => names[picture]!),
  };
  // Points stand in the order of the pictures that have one.
  const best = await rankDiseases(
    { points, pictures: Int32Array.from(queries, ([at]) => names[at]!) },
    held,
  );
  return new Map(
    queries.map(([, { sha256 }], row) => [
      sha256,
      best.subarray(row * healthy, (row + 1) * healthy),
    ]),
  );
}

/** Pictures of healthy spines alone. */
function withoutLibrary(all: readonly string[]): Map<string, Float32Array> {
  const none = new Float32Array(healthy).fill(Number.NEGATIVE_INFINITY);
  return new Map(all.map(sha256 => [sha256, none]));
}

function numbered(names: readonly string[]): number[] {
  const numbers = new Map<string, number>();
  return names.map(name => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
}
