import type { DatasetRecord, Place } from '../../../contracts/imaging/index.ts';
import type { DatasetAdapter } from '../adapter.ts';
import { folderOf, isDicom, nameOf, stemOf } from '../files/names.ts';
import type { DatasetFolder } from '../files/open-folder.ts';
import { isOnSlice, placeOnSlice } from '../headers/place-on-slice.ts';
import { readSliceHeader } from '../headers/read-slice-header.ts';
import { type FoundSlice, type Series, seriesOfSlices } from '../headers/series-of-slices.ts';
import { addFinding } from '../record/add-finding.ts';
import { finishRecord } from '../record/finish-record.ts';
import { newRecord } from '../record/new-record.ts';
import { readTable, type Table, type TableRow, tellMissing } from '../tables/read-table.ts';
import { columnOf, columnOfPoint, conditions, discs } from './conditions.ts';

const version = '2024';

type Study = {
  id: string;
  split: 'train' | 'test' | null;
  /** Files by series. */
  files: Map<string, string[]>;
  grades: readonly TableRow[];
  points: readonly TableRow[];
  descriptions: readonly TableRow[];
};

/** RSNA LumbarDISC: a study with its series, five conditions at five levels, and a point for
 *  each that was graded. A blank grade is none. */
export const rsna: DatasetAdapter = {
  id: 'rsna',
  version,
  async *read(folder, signal) {
    const tables = new Map<string, Table>();
    for (const name of names) {
      const { table, problems } = await readTable(folder, `${name}.csv`, signal);
      yield* problems;
      if (table) tables.set(name, table);
      else yield* tellMissing(`${name}.csv`, hasPicturesOf(folder, name));
    }
    const rowsOf = (...of: (typeof names)[number][]) =>
      Map.groupBy(
        of.flatMap(name => tables.get(name)?.rows ?? []),
        row => idOf(row.cell('study_id')),
      );
    const grades = rowsOf('train');
    const points = rowsOf('train_label_coordinates');
    const descriptions = rowsOf('train_series_descriptions', 'test_series_descriptions');
    const pictures = Map.groupBy(folder.files.filter(isDicom), place => studyOf(place));
    for (const rows of [grades, points, descriptions]) {
      for (const { place } of rows.get('') ?? [])
        yield { problem: { reason: 'label-without-picture', place } };
      rows.delete('');
    }
    const studies = [grades, points, descriptions, pictures].flatMap(each => [...each.keys()]);
    for (const id of [...new Set(studies)].sort(byNumber)) {
      signal.throwIfAborted();
      const files = pictures.get(id) ?? [];
      const record = await readStudy(folder, {
        id,
        split: splitOf(files, grades.has(id)),
        files: Map.groupBy(files, seriesOf),
        grades: grades.get(id) ?? [],
        points: points.get(id) ?? [],
        descriptions: descriptions.get(id) ?? [],
      });
      yield { record };
    }
  },
};

const names = [
  'train',
  'train_label_coordinates',
  'train_series_descriptions',
  'test_series_descriptions',
] as const;

function hasPicturesOf({ files }: DatasetFolder, name: string): boolean {
  const folder = `${name.split('_', 1)[0]}_images/`;
  return files.some(place => isDicom(place) && place.toLowerCase().includes(folder));
}

/** A number in a spreadsheet may have become `4003253.0`. */
const idOf = (cell: string) => /^(\d+)(\.0*)?$/.exec(cell)?.[1] ?? cell;
const seriesOf = (place: string) => nameOf(folderOf(place));
const studyOf = (place: string) => nameOf(folderOf(folderOf(place)));
const byNumber = (a: string, b: string) => Number(a) - Number(b) || (a < b ? -1 : 1);

function splitOf(files: readonly string[], isGraded: boolean): Study['split'] {
  const folder = /(^|\/)(train|test)_images\//i.exec(files[0] ?? '')?.[2]?.toLowerCase();
  if (folder) return folder as 'train' | 'test';
  return isGraded ? 'train' : null;
}

async function readStudy(folder: DatasetFolder, study: Study): Promise<DatasetRecord> {
  const record = newRecord('rsna', version, study.id);
  record.split = study.split;
  const described = new Map(
    study.descriptions.map(row => [idOf(row.cell('series_id')), row] as const),
  );
  const series = new Map<string, { at: number; of: Series }>();
  for (const [id, places] of study.files) {
    const of = await readSeries(record, folder, places);
    if (!of) continue;
    const view = viewOf(described.get(id)?.cell('series_description') ?? '');
    of.picture.view = view ?? of.picture.view;
    series.set(id, { at: record.pictures.push(of.picture) - 1, of });
  }
  for (const [id, row] of described)
    if (!study.files.has(id)) record.problems.push({ reason: 'picture-missing', place: row.place });
  const [first] = study.grades;
  if (!first && study.split !== 'test' && record.pictures[0])
    record.problems.push({ reason: 'picture-without-label', place: record.pictures[0].path });
  if (first && record.pictures.length === 0)
    record.problems.push({ reason: 'label-without-picture', place: first.place });
  for (const { place } of study.grades.slice(1))
    record.problems.push({ reason: 'labels-contradict', place });
  const placed = placePoints(record, study.points, series);
  addGrades(record, study.grades, placed);
  return finishRecord(record);
}

async function readSeries(
  record: DatasetRecord,
  folder: DatasetFolder,
  places: readonly string[],
): Promise<Series | null> {
  const slices: FoundSlice[] = [];
  for (const place of places) {
    const header = await readSliceHeader(folder.at(place));
    if (header) slices.push({ place, header });
    else record.problems.push({ reason: 'unreadable', place });
  }
  return slices.length > 0 ? seriesOfSlices(folderOf(places[0]!), slices, 'MRI') : null;
}

/** `Sagittal T2/STIR` as we say it. */
function viewOf(description: string): string | null {
  const text = description.trim();
  return text === ''
    ? null
    : text.replace(/^(Sagittal|Axial|Coronal)/, plane => plane.toLowerCase());
}

type Point = { row: TableRow; picture: number | null; place: Place | null };

/** By the column that its grade stands in. */
function placePoints(
  record: DatasetRecord,
  rows: readonly TableRow[],
  series: ReadonlyMap<string, { at: number; of: Series }>,
): Map<string, Point[]> {
  const points = rows.map(row => ({ row, ...placePoint(record, row, series) }));
  return Map.groupBy(points, ({ row }) => columnOfPoint(row.cell('condition'), row.cell('level')));
}

function placePoint(
  record: DatasetRecord,
  row: TableRow,
  series: ReadonlyMap<string, { at: number; of: Series }>,
): Omit<Point, 'row'> {
  const found = series.get(idOf(row.cell('series_id')));
  const instance = idOf(row.cell('instance_number'));
  const slice = found?.of.slices.findIndex(({ place }) => stemOf(place) === instance) ?? -1;
  if (!found || slice < 0) {
    record.problems.push({ reason: 'picture-missing', place: row.place });
    return { picture: found?.at ?? null, place: null };
  }
  const [x, y] = ['x', 'y'].map(name => (row.cell(name) ? Number(row.cell(name)) : Number.NaN));
  if (!Number.isFinite(x) || !Number.isFinite(y)) {
    record.problems.push({ reason: 'unreadable', place: `${row.place}, x, y` });
    return { picture: found.at, place: null };
  }
  const { header } = found.of.slices[slice]!;
  if (!isOnSlice(header, x!, y!))
    record.problems.push({ reason: 'outside-the-picture', place: row.place });
  return { picture: found.at, place: placeOnSlice(header, [x!, y!], slice) };
}

/** Each grade at its first point; points that stand for no grade on their own. */
function addGrades(
  record: DatasetRecord,
  rows: readonly TableRow[],
  placed: Map<string, Point[]>,
): void {
  for (const levels of discs) {
    for (const condition of conditions) {
      const column = columnOf(condition, levels);
      let points = placed.get(column) ?? [];
      placed.delete(column);
      for (const row of rows) {
        const value = row.cell(column);
        if (value === '') continue;
        const { picture = null, place = null } = points[0] ?? {};
        points = points.slice(1);
        const term = { column: condition };
        addFinding(record, { column, value, levels, picture, place, term }, row.place);
      }
      for (const { row, picture, place } of points) {
        const value = row.cell('condition');
        addFinding(record, { column: 'condition', value, levels, picture, place }, row.place);
      }
    }
  }
  for (const { row } of [...placed.values()].flat())
    record.problems.push({ reason: 'unknown-value', place: `${row.place}, condition, level` });
}
