import type { Grid, Vector } from '../../../contracts/imaging/index.ts';
import { axisCodes } from '../../geometry/index.ts';
import { gridFromColumns } from '../grid-from-columns.ts';
import { unreadable } from '../read-errors.ts';
import type { PictureNote } from '../stored-picture.ts';
import { type MetaHeader, numbersOf } from './parse-meta-header.ts';

/** Matrix and origin speak of LPS as ITK has it. What letters say is compared, never used; a
 *  centre of rotation moves nothing. */
export function metaGrid(
  header: MetaHeader,
  size: Grid['size'],
  dimensions: number,
  notes: PictureNote[],
): Grid {
  const spacing = numbersOf(header, 'elementspacing', 'elementsize');
  const matrix = numbersOf(header, 'transformmatrix', 'rotation', 'orientation');
  const origin = numbersOf(header, 'offset', 'position', 'origin');
  if (matrix && matrix.length < dimensions * dimensions)
    throw unreadable('its matrix is too short');
  if (!matrix) notes.push('orientation-assumed');
  const step = (axis: number): Vector => {
    const along = (to: number) =>
      axis < dimensions && to < dimensions && matrix
        ? matrix[axis * dimensions + to]!
        : Number(axis === to);
    const mm = axis < dimensions ? spacingAt(spacing, axis, notes) : 1;
    const direction: Vector = [along(0), along(1), along(2)];
    const length = Math.hypot(...direction);
    if (length === 0) throw unreadable('its matrix has an axis without direction');
    return [
      (direction[0] / length) * mm,
      (direction[1] / length) * mm,
      (direction[2] / length) * mm,
    ];
  };
  const grid = gridFromColumns(
    size,
    [step(0), step(1), step(2)],
    [origin?.[0] ?? 0, origin?.[1] ?? 0, dimensions > 2 ? (origin?.[2] ?? 0) : 0],
  );
  if (contradicts(header, grid)) notes.push('orientation-contradicts');
  return grid;
}

function spacingAt(spacing: number[] | undefined, axis: number, notes: PictureNote[]): number {
  const stated = Math.abs(spacing?.[axis] ?? 0);
  if (stated > 0) return stated;
  if (!notes.includes('spacing-assumed')) notes.push('spacing-assumed');
  return 1;
}

const opposite: Record<string, string> = { R: 'L', L: 'R', A: 'P', P: 'A', I: 'S', S: 'I' };

/** Its letters name where the axes come from: `RAI` is what others call `LPS`. */
function contradicts({ fields }: MetaHeader, grid: Grid): boolean {
  const letters = fields.get('anatomicalorientation')?.toUpperCase();
  if (!letters || !/^[RLAPIS]{3}$/.test(letters)) return false;
  return [...letters].map(letter => opposite[letter]).join('') !== axisCodes(grid.directions);
}
