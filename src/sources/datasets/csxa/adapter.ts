import type { DatasetRecord } from '../../../contracts/imaging/index.ts';
import type { DatasetAdapter } from '../adapter.ts';
import { isPicture, nameOf, stemOf } from '../files/names.ts';
import type { DatasetFolder } from '../files/open-folder.ts';
import { isOnPicture, placeOnPicture } from '../headers/place-on-picture.ts';
import { readPictureSize } from '../headers/read-picture-size.ts';
import { addFinding } from '../record/add-finding.ts';
import { finishRecord } from '../record/finish-record.ts';
import { newPicture, newRecord } from '../record/new-record.ts';
import { sexOf } from '../record/sex-of.ts';
import { type TableRow, tellMissing } from '../tables/read-table.ts';
import { readKeypoints } from './read-keypoints.ts';
import { readLabel } from './read-label.ts';
import { readWorkbook } from './read-workbook.ts';

const version = 'V3';

/** CSXA: a lateral X-ray of the neck a patient, with keypoints as JSON, and a workbook that gives
 *  each neck its curve. The first four digits of a file's name are its number there. */
export const csxa: DatasetAdapter = {
  id: 'csxa',
  version,
  async *read(folder, signal) {
    const { table, problems } = await readWorkbook(folder, signal);
    yield* problems;
    const files = folder.files.filter(
      place => /^\d{4}/.test(nameOf(place)) && (isPicture(place) || /\.json$/i.test(place)),
    );
    const ofNumber = Map.groupBy(files, place => nameOf(place).slice(0, 4));
    if (!table && problems.length === 0) yield* tellMissing('datasets.xlsx', files.length > 0);
    const rows = Map.groupBy(table?.rows ?? [], row => numberOf(row.cell('Number')));
    for (const row of rows.get('') ?? [])
      yield { problem: { reason: 'label-without-picture', place: row.place } };
    rows.delete('');
    for (const number of [...new Set([...ofNumber.keys(), ...rows.keys()])].sort()) {
      signal.throwIfAborted();
      const record = newRecord('csxa', version, number);
      const ofPatient = ofNumber.get(number) ?? [];
      await addPictures(record, folder, ofPatient, signal);
      addRow(record, rows.get(number) ?? [], ofPatient);
      if (table && !rows.has(number))
        record.problems.push({ reason: 'picture-without-label', place: ofPatient[0]! });
      yield { record: finishRecord(record) };
    }
  },
};

/** `7`, `0007`, `7.0`: the number of the sheet as the files write it. */
function numberOf(cell: string): string {
  return /^(\d{1,4})(\.0*)?$/.exec(cell)?.[1]?.padStart(4, '0') ?? '';
}

async function addPictures(
  record: DatasetRecord,
  folder: DatasetFolder,
  places: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const keypoints = new Map(
    places.filter(place => !isPicture(place)).map(place => [stemOf(place), place] as const),
  );
  for (const place of places.filter(isPicture)) {
    const json = keypoints.get(stemOf(place));
    keypoints.delete(stemOf(place));
    const sizePixels = await readPictureSize(folder.at(place));
    if (!sizePixels) record.problems.push({ reason: 'unreadable', place });
    record.pictures.push(
      newPicture({ path: place, kind: 'picture', modality: 'XR', view: 'lateral', sizePixels }),
    );
    if (json) await addKeypoints(record, folder, json, record.pictures.length - 1, signal);
    else record.problems.push({ reason: 'picture-without-label', place });
  }
  for (const place of keypoints.values())
    record.problems.push({ reason: 'label-without-picture', place });
}

async function addKeypoints(
  record: DatasetRecord,
  folder: DatasetFolder,
  file: string,
  picture: number,
  signal: AbortSignal,
): Promise<void> {
  const read = await readKeypoints(folder.at(file), signal);
  if (!read) record.problems.push({ reason: 'unreadable', place: file });
  for (const place of read?.odd ?? [])
    record.problems.push({ reason: 'unreadable', place: `${file}, ${place}` });
  const seen = new Set<string>();
  for (const { label, x, y, place } of read?.keypoints ?? []) {
    const where = `${file}, ${place}`;
    if (seen.has(label)) record.problems.push({ reason: 'labels-contradict', place: where });
    seen.add(label);
    if (!isOnPicture(record.pictures[picture]!, x, y))
      record.problems.push({ reason: 'outside-the-picture', place: where });
    const { level, name } = readLabel(label);
    record.landmarks.push({
      name,
      levels: level ? [level] : [],
      picture,
      place: placeOnPicture(x, y),
      source: label,
    });
  }
}

function addRow(record: DatasetRecord, rows: readonly TableRow[], files: readonly string[]): void {
  const [row, ...more] = rows;
  for (const { place } of more) record.problems.push({ reason: 'labels-contradict', place });
  const named = ageInName(files.find(isPicture) ?? files[0]);
  record.ageYears = named;
  if (!row) return;
  record.sex = sexOf(row.cell('Gender')) ?? sexOf(row.cell('Sex'));
  const stated = /^(\d{1,3})(\.0*)?$/.exec(row.cell('Age'))?.[1];
  // The sheet is where age is stated; the name only carries it along.
  if (stated !== undefined && Number(stated) <= 130) {
    record.ageYears = Number(stated);
    if (named !== null && named !== Number(stated))
      record.problems.push({ reason: 'labels-contradict', place: `${row.place}, Age` });
  }
  const picture = record.pictures.length > 0 ? 0 : null;
  if (picture === null) record.problems.push({ reason: 'label-without-picture', place: row.place });
  const value = row.cell('Curvature');
  const term = { value: /^(\d+)\.0*$/.exec(value)?.[1] ?? value };
  addFinding(record, { column: 'Curvature', value, levels: [], picture, term }, row.place);
}

/** `0006035.png`: number 0006, one digit more, age 35. */
function ageInName(place: string | undefined): number | null {
  const digits = /^\d{4}\d(\d{2})$/.exec(stemOf(place ?? ''))?.[1];
  return digits === undefined ? null : Number(digits);
}
