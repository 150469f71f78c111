import type { DatasetFolder } from '../files/open-folder.ts';
import { readSliceHeader } from './read-slice-header.ts';
import type { FoundSlice } from './series-of-slices.ts';

/** A disk takes longer to find a head than we to read it. */
const atOnce = 16;

/** The heads of DICOM files, and the places of those that cannot be read. */
export async function readSlices(
  folder: DatasetFolder,
  places: readonly string[],
  signal: AbortSignal,
): Promise<{ slices: FoundSlice[]; unreadable: string[] }> {
  const slices: FoundSlice[] = [];
  const unreadable: string[] = [];
  for (let from = 0; from < places.length; from += atOnce) {
    signal.throwIfAborted();
    const some = places.slice(from, from + atOnce);
    const headers = await Promise.all(some.map(place => readSliceHeader(folder.at(place))));
    for (const [at, place] of some.entries()) {
      const header = headers[at];
      if (header) slices.push({ place, header });
      else unreadable.push(place);
    }
  }
  return { slices, unreadable };
}
