import type { DatasetPicture, Grid, Vector } from '../../../contracts/imaging/index.ts';
import { axisCodes, cross, dot, length, scale, subtract } from '../../../imaging/geometry/index.ts';
import { nameOf } from '../files/names.ts';
import { newPicture } from '../record/new-record.ts';
import type { SliceHeader } from './slice-header.ts';

export type FoundSlice = { place: string; header: SliceHeader };
export type Series = { picture: DatasetPicture; slices: readonly FoundSlice[] };

/** The files of one series in order of their place along the normal. Names and numbers order only
 *  what lies nowhere. */
export function seriesOfSlices(
  folder: string,
  found: readonly FoundSlice[],
  fallback: DatasetPicture['modality'],
): Series {
  const normal = normalOf(found);
  const slices = normal
    ? found.toSorted((a, b) => along(a, normal) - along(b, normal) || byName(a, b))
    : found.toSorted(byName);
  const { header } = slices[0]!;
  return {
    slices,
    picture: newPicture({
      path: folder,
      files: slices.map(({ place }) => nameOf(place)),
      kind: 'volume',
      modality: header.modality ?? fallback,
      view: viewOf(header),
      grid: normal && gridOf(slices, normal),
    }),
  };
}

function byName(a: FoundSlice, b: FoundSlice): number {
  return nameOf(a.place).localeCompare(nameOf(b.place), 'en', { numeric: true });
}

function normalOf(slices: readonly FoundSlice[]): Vector | null {
  const { plane } = slices[0]!.header;
  if (!plane || slices.some(({ header }) => !header.plane)) return null;
  return cross(...plane.directions);
}

function along({ header }: FoundSlice, normal: Vector): number {
  return dot(header.plane!.originMm, normal);
}

/** Null where the slices are not one stack: an axial series of several blocks is none. */
function gridOf(slices: readonly FoundSlice[], normal: Vector): Grid | null {
  const { columns, rows, plane } = slices[0]!.header;
  const { spacingMm, directions, originMm } = plane!;
  const isAlike = ({ header }: FoundSlice) =>
    header.columns === columns &&
    header.rows === rows &&
    header.plane!.directions.every((way, at) => dot(way, directions[at]!) > 0.9999);
  if (!slices.every(isAlike)) return null;
  const last = slices.at(-1)!.header.plane!.originMm;
  const steps = slices.length - 1;
  const step = steps === 0 ? null : scale(subtract(last, originMm), 1 / steps);
  const apartMm = step ? length(step) : 1;
  const isEven = slices.every(({ header }, at) => {
    const expected = step ? scale(step, at) : ([0, 0, 0] as const);
    const off = subtract(subtract(header.plane!.originMm, originMm), expected);
    return length(off) <= apartMm / 10;
  });
  if (!isEven || apartMm === 0) return null;
  return {
    size: [columns, rows, slices.length],
    spacingMm: [...spacingMm, apartMm],
    directions: [...directions, step ? scale(step, 1 / apartMm) : normal],
    originMm,
  };
}

const planes = { L: 'sagittal', R: 'sagittal', P: 'coronal', A: 'coronal', S: 'axial', I: 'axial' };

/** `sagittal T2`: as far as the header tells. */
function viewOf({ plane, description }: SliceHeader): string | null {
  const weighting = /\bt([12])/i.exec(description.replaceAll('_', ' '))?.[1];
  const [across, down] = plane?.directions ?? [];
  const code = across && down ? axisCodes([across, down, cross(across, down)])[2] : undefined;
  const parts = [code && planes[code as keyof typeof planes], weighting && `T${weighting}`];
  return parts.filter(Boolean).join(' ') || null;
}
