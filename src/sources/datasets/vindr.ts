import type { DatasetRecord, Place } from '../../contracts/imaging/index.ts';
import type { DatasetAdapter } from './adapter.ts';
import { folderOf, isDicom, stemOf } from './files/names.ts';
import type { DatasetFolder } from './files/open-folder.ts';
import { isOnPicture } from './headers/place-on-picture.ts';
import { readSliceHeader } from './headers/read-slice-header.ts';
import { addFinding } from './record/add-finding.ts';
import { finishRecord } from './record/finish-record.ts';
import { newPicture, newRecord } from './record/new-record.ts';
import { readTable, type TableRow, tellMissing } from './tables/read-table.ts';

const version = '1.0.0';
const splits = ['train', 'test'] as const;

type Row = { row: TableRow; split: (typeof splits)[number]; image: string; study: string };

/** VinDr-SpineXR: X-rays with boxes, drawn by several radiologists who need not agree. */
export const vindr: DatasetAdapter = {
  id: 'vindr',
  version,
  async *read(folder, signal) {
    const rows: Row[] = [];
    for (const split of splits) {
      const { table, problems } = await readTable(folder, `${split}.csv`, signal);
      yield* problems;
      const isSplit = (place: string) => isDicom(place) && folderOf(place).includes(split);
      if (!table) yield* tellMissing(`${split}.csv`, folder.files.some(isSplit));
      for (const row of table?.rows ?? []) {
        const [image, study] = [row.cell('image_id'), row.cell('study_id')];
        if (image && study) rows.push({ row, split, image, study });
        else yield { problem: { reason: 'label-without-picture', place: row.place } };
      }
    }
    const files = new Map(folder.files.filter(isDicom).map(place => [keyOf(stemOf(place)), place]));
    for (const [study, ofStudy] of Map.groupBy(rows, ({ study }) => study)) {
      signal.throwIfAborted();
      yield { record: await readStudy(folder, files, study, ofStudy) };
    }
    // Which study they belong to stands in the tables alone: each is a case of its own.
    for (const [image, place] of files) {
      signal.throwIfAborted();
      const record = newRecord('vindr', version, image);
      await addPicture(record, folder, place);
      record.problems.push({ reason: 'picture-without-label', place });
      yield { record: finishRecord(record) };
    }
  },
};

const keyOf = (id: string) => id.toLowerCase();

async function readStudy(
  folder: DatasetFolder,
  files: Map<string, string>,
  study: string,
  rows: readonly Row[],
): Promise<DatasetRecord> {
  const record = newRecord('vindr', version, study);
  record.split = rows[0]!.split;
  const elsewhere = rows.find(({ split }) => split !== record.split);
  if (elsewhere) record.problems.push({ reason: 'labels-contradict', place: elsewhere.row.place });
  for (const [image, ofImage] of Map.groupBy(rows, row => row.image)) {
    const place = files.get(keyOf(image));
    files.delete(keyOf(image));
    const picture = place === undefined ? null : record.pictures.length;
    if (place === undefined)
      record.problems.push({ reason: 'picture-missing', place: ofImage[0]!.row.place });
    else await addPicture(record, folder, place);
    for (const { row } of ofImage) addLesion(record, row, picture);
    tellDisagreement(record, ofImage);
  }
  return finishRecord(record);
}

async function addPicture(
  record: DatasetRecord,
  folder: DatasetFolder,
  place: string,
): Promise<void> {
  const header = await readSliceHeader(folder.at(place));
  if (!header) record.problems.push({ reason: 'unreadable', place });
  record.pictures.push(
    newPicture({
      path: place,
      kind: 'picture',
      modality: 'XR',
      sizePixels: header ? [header.columns, header.rows] : null,
    }),
  );
}

function addLesion(record: DatasetRecord, row: TableRow, picture: number | null): void {
  const value = row.cell('lesion_type');
  if (value === '') {
    record.problems.push({ reason: 'unknown-value', place: `${row.place}, lesion_type` });
    return;
  }
  const place = readBox(record, row, picture);
  const rater = row.cell('rad_id') || null;
  addFinding(
    record,
    { column: 'lesion_type', value, levels: [], picture, place, rater },
    row.place,
  );
}

function readBox(record: DatasetRecord, row: TableRow, picture: number | null): Place | null {
  const cells = ['xmin', 'ymin', 'xmax', 'ymax'].map(name => row.cell(name));
  if (cells.every(cell => cell === '')) return null;
  const [left, top, right, bottom] = cells.map(cell => (cell ? Number(cell) : Number.NaN)) as [
    ...[number, number, number, number],
  ];
  const [width, height] = [right - left, bottom - top];
  // A box that is none: swapped or missing corners, words for numbers.
  if (!(width >= 0 && height >= 0 && Number.isFinite(width + height))) {
    record.problems.push({ reason: 'unreadable', place: `${row.place}, box` });
    return null;
  }
  const shown = picture === null ? undefined : record.pictures[picture];
  if (shown && !(isOnPicture(shown, left, top) && isOnPicture(shown, right, bottom)))
    record.problems.push({ reason: 'outside-the-picture', place: `${row.place}, box` });
  return { pixel: null, box: [left, top, width, height], slice: null, pointMm: null };
}

/** One sees nothing where another, or the same one, sees something. */
function tellDisagreement(record: DatasetRecord, rows: readonly Row[]): void {
  const isNone = ({ row }: Row) => row.cell('lesion_type') === 'No finding';
  const none = rows.find(isNone);
  if (none && !rows.every(isNone))
    record.problems.push({ reason: 'labels-contradict', place: none.row.place });
}
