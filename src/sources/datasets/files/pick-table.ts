import type { DatasetItem } from '../adapter.ts';
import { nameOf } from './names.ts';
import type { DatasetFolder } from './open-folder.ts';

export type PickedTable = { place: string | undefined; extra: DatasetItem[] };

/** A table by its name, wherever it was unpacked to: the one nearest the top. Others of its name
 *  would count every row twice; they are told and left out. */
export function pickTable(folder: DatasetFolder, name: string): PickedTable {
  const depth = (place: string) => place.split('/').length;
  const [place, ...others] = folder.files
    .filter(file => nameOf(file).toLowerCase() === name.toLowerCase())
    .sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1));
  return {
    place,
    extra: others.map(other => ({ problem: { reason: 'labels-contradict', place: other } })),
  };
}
