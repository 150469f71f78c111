import { SpinemedError } from '../../errors/index.ts';
import { type AxisMatch, matchAxes } from '../geometry/anatomical-axes.ts';
import type { SliceStack } from './slice-stack.ts';

export const planeNames = ['stored', 'sagittal', 'axial', 'coronal'] as const;
export type PlaneName = (typeof planeNames)[number];

/** Slices square to an axis of the grid, and how they are looked at. */
export type SlicePlane = {
  name: Exclude<PlaneName, 'stored'> | 'stored';
  /** Slices are counted on this one: the patient's, 0 to 2, and of the grid. */
  patientAxis: 0 | 1 | 2;
  across: AxisMatch;
  /** Of the grid; sign 1 where pictures go as its numbers grow. */
  columns: AxisMatch;
  rows: AxisMatch;
};

const patientAxes = { sagittal: 0, coronal: 1, axial: 2 } as const;
const names = ['sagittal', 'coronal', 'axial'] as const;

/**
 * The plane that was asked for, seen as radiologists look: head up, the front to the left, the
 * patient's right to the left; slices from the right to the left, from front to back, from the
 * head down. `stored` is the plane that was acquired: of DICOM that of its pictures, else the one
 * with the coarsest steps between slices, and of even steps the last of the file.
 */
export function choosePlane(
  { grid, isPlaced, format }: Pick<SliceStack, 'grid' | 'isPlaced' | 'format'>,
  wanted: PlaneName,
): SlicePlane {
  if (!isPlaced) {
    if (wanted !== 'stored') throw notPlaced();
    const asStored = (axis: 0 | 1 | 2): AxisMatch => ({ axis, sign: 1 });
    return {
      ...{ name: 'stored', patientAxis: 2 },
      ...{ across: asStored(2), columns: asStored(0), rows: asStored(1) },
    };
  }
  const axes = matchAxes(grid.directions);
  const patientAxis =
    wanted === 'stored'
      ? (axes.findIndex(({ axis }) => axis === acquiredAxis(grid.spacingMm, format)) as 0 | 1 | 2)
      : patientAxes[wanted];
  const back = ({ axis, sign }: AxisMatch): AxisMatch => ({ axis, sign: sign > 0 ? -1 : 1 });
  const [toLeft, toBack, toFeet] = [axes[0], axes[1], back(axes[2])];
  const name = names[patientAxis]!;
  if (patientAxis === 0)
    return { name, patientAxis, across: toLeft, columns: toBack, rows: toFeet };
  if (patientAxis === 1)
    return { name, patientAxis, across: toBack, columns: toLeft, rows: toFeet };
  return { name, patientAxis, across: toFeet, columns: toLeft, rows: toBack };
}

/** A fifth more is no rounding. */
const coarser = 1.2;

function acquiredAxis(spacingMm: readonly number[], format: SliceStack['format']): number {
  if (format === 'dicom') return 2;
  const [coarsest, next] = [0, 1, 2].toSorted((a, b) => spacingMm[b]! - spacingMm[a]!) as [
    ...[number, number],
  ];
  return spacingMm[coarsest]! > coarser * spacingMm[next]! ? coarsest : 2;
}

function notPlaced(): SpinemedError {
  return new SpinemedError({
    code: 'picture-not-placed',
    mender: 'user',
    message: 'the file does not say how its pictures lie in the patient, so no plane can be chosen',
    hint: 'Leave --plane away to have them as they are stored.',
  });
}
