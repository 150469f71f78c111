import type { Unit } from '../markdown/unit.ts';

/** Whether cells belong to a table that sets pictures and their captions; in a table of values a figure's
 *  name is a value. Asked with ever later units. */
export function cellsOfPictures(units: readonly Unit[]): (index: number) => boolean {
  let end = 0;
  let hasPicture = false;
  return index => {
    if (index < end) return hasPicture;
    hasPicture = false;
    for (end = index; units[end]?.isCell; end++) hasPicture ||= units[end]!.kind === 'picture';
    return hasPicture;
  };
}
