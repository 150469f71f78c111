import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { DatasetRecord } from '../../contracts/imaging/index.ts';
import { isLevel } from '../../spine/index.ts';
import { readApart } from '../reading/read-apart.ts';
import type { DatasetAdapter, DatasetItem } from './adapter.ts';
import { isPicture, nameOf, stemOf } from './files/names.ts';
import type { DatasetFolder } from './files/open-folder.ts';
import { isOnPicture, placeOnPicture } from './headers/place-on-picture.ts';
import { readPictureSize } from './headers/read-picture-size.ts';
import { addFinding } from './record/add-finding.ts';
import { finishRecord } from './record/finish-record.ts';
import { newPicture, newRecord } from './record/new-record.ts';
import { sexOf } from './record/sex-of.ts';
import { type Table, type TableRow, tellMissing, withNames } from './tables/read-table.ts';

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

/** The names of the columns stand on the second row, below a title; or on whichever row has them. */
async function readWorkbook(
  folder: DatasetFolder,
  signal: AbortSignal,
): Promise<{ table: Table | undefined; problems: DatasetItem[] }> {
  const place = folder.files.find(file => /^datasets?\.xlsx$/i.test(nameOf(file)));
  if (place === undefined) return { table: undefined, problems: [] };
  const unreadable: DatasetItem = { problem: { reason: 'unreadable', place } };
  const bytes = await readFile(folder.at(place)).catch(() => undefined);
  const read = bytes && (await readApart('xlsx', bytes, signal));
  if (!read || 'why' in read) return { table: undefined, problems: [unreadable] };
  for (const { rows } of read.value) {
    const header = rows.findIndex(({ cells }) => {
      const names = cells.map(cell => cell.trim().toLowerCase());
      return names.includes('number') && names.includes('curvature');
    });
    if (header >= 0) return { table: withNames(place, rows.slice(header)), problems: [] };
  }
  return { table: undefined, problems: [unreadable] };
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

const pointSchema = z.tuple([z.number(), z.number()]).rest(z.unknown());
const shapeSchema = z.object({ label: z.string(), points: z.array(pointSchema).min(1) });
const shapesSchema = z.object({ shapes: z.array(z.unknown()) });
const keyedSchema = z.record(z.string(), pointSchema);

type Keypoint = { label: string; x: number; y: number };

/** Which keys the keypoints have is not documented. In use are points with labels of words (`C3
 *  top left`); a plain object of named points is taken as well. */
async function addKeypoints(
  record: DatasetRecord,
  folder: DatasetFolder,
  file: string,
  picture: number,
  signal: AbortSignal,
): Promise<void> {
  const bytes = await readFile(folder.at(file)).catch(() => undefined);
  const read = bytes && (await readApart('json', bytes, signal));
  if (!read || 'why' in read) {
    record.problems.push({ reason: 'unreadable', place: file });
    return;
  }
  const seen = new Set<string>();
  for (const { place, value } of read.value) {
    const found = keypointsIn(value);
    if (!found) record.problems.push({ reason: 'unreadable', place: `${file}, ${place}` });
    for (const { label, x, y } of found ?? []) {
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
}

function keypointsIn(value: unknown): Keypoint[] | undefined {
  const shape = shapeSchema.safeParse(value);
  if (shape.success) {
    const [x, y] = shape.data.points[0]!;
    return [{ label: shape.data.label, x, y }];
  }
  const shapes = shapesSchema.safeParse(value);
  if (shapes.success) {
    const found = shapes.data.shapes.map(keypointsIn);
    return found.some(each => !each) ? undefined : found.flatMap(each => each!);
  }
  const keyed = keyedSchema.safeParse(value);
  if (!keyed.success) return undefined;
  return Object.entries(keyed.data).map(([label, [x, y]]) => ({ label, x, y }));
}

/** `C3 top left` is the upper left corner of C3 as one sees it. */
function readLabel(label: string) {
  const [first = '', ...words] = label.trim().split(/[\s_-]+/);
  const vertebra = first.toUpperCase();
  const level = isLevel(vertebra) ? vertebra : null;
  const rest = (level ? words : [first, ...words]).join(' ').toLowerCase();
  const corner = /^(top|bottom|upper|lower) (left|right)$/.exec(rest);
  const upper = /^(top|upper)/.test(rest) ? 'upper' : 'lower';
  if (corner) return { level, name: `${upper}-${corner[2]}-corner` };
  const isCentre = /^cent(roid|re|er)$/.test(rest);
  return { level, name: isCentre ? 'body-centre' : rest.replaceAll(' ', '-') || 'keypoint' };
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
