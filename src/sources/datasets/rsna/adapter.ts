import type { DatasetRecord } from '../../../contracts/imaging/index.ts';
import type { DatasetAdapter } from '../adapter.ts';
import { folderOf, isDicom, nameOf } from '../files/names.ts';
import type { DatasetFolder } from '../files/open-folder.ts';
import { readSlices } from '../headers/read-slices.ts';
import { type Series, seriesOfSlices } from '../headers/series-of-slices.ts';
import { finishRecord } from '../record/finish-record.ts';
import { newRecord } from '../record/new-record.ts';
import { readTable, type Table, type TableRow, tellMissing } from '../tables/read-table.ts';
import { addGrades } from './add-grades.ts';
import { idOf } from './id-of.ts';
import { placePoints } from './place-points.ts';

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
    // A study has two folders around its files: what has none is nobody's.
    for (const place of pictures.get('') ?? [])
      yield { problem: { reason: 'picture-without-label', place } };
    pictures.delete('');
    const studies = [grades, points, descriptions, pictures].flatMap(each => [...each.keys()]);
    for (const id of [...new Set(studies)].sort(byNumber)) {
      signal.throwIfAborted();
      const files = pictures.get(id) ?? [];
      const study: Study = {
        id,
        split: splitOf(files, grades.has(id)),
        files: Map.groupBy(files, seriesOf),
        grades: grades.get(id) ?? [],
        points: points.get(id) ?? [],
        descriptions: descriptions.get(id) ?? [],
      };
      yield { record: await readStudy(folder, study, signal) };
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

const seriesOf = (place: string) => nameOf(folderOf(place));
const studyOf = (place: string) => nameOf(folderOf(folderOf(place)));
const byNumber = (a: string, b: string) => Number(a) - Number(b) || (a < b ? -1 : 1);

function splitOf(files: readonly string[], isGraded: boolean): Study['split'] {
  const folder = /(^|\/)(train|test)_images\//i.exec(files[0] ?? '')?.[2]?.toLowerCase();
  if (folder) return folder as 'train' | 'test';
  return isGraded ? 'train' : null;
}

async function readStudy(
  folder: DatasetFolder,
  study: Study,
  signal: AbortSignal,
): Promise<DatasetRecord> {
  const record = newRecord('rsna', version, study.id);
  record.split = study.split;
  const described = new Map(
    study.descriptions.map(row => [idOf(row.cell('series_id')), row] as const),
  );
  const series = new Map<string, { at: number; of: Series }>();
  for (const [id, places] of study.files) {
    const of = await readSeries(record, folder, places, signal);
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
  signal: AbortSignal,
): Promise<Series | null> {
  const { slices, unreadable } = await readSlices(folder, places, signal);
  for (const place of unreadable) record.problems.push({ reason: 'unreadable', place });
  return slices.length > 0 ? seriesOfSlices(folderOf(places[0]!), slices, 'MRI') : null;
}

/** `Sagittal T2/STIR` as we say it. */
function viewOf(description: string): string | null {
  const text = description.trim();
  return text === ''
    ? null
    : text.replace(/^(Sagittal|Axial|Coronal)/, plane => plane.toLowerCase());
}
