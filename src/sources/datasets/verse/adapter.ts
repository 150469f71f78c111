import type { DatasetRecord, Grid, Vector } from '../../../contracts/imaging/index.ts';
import type { DatasetAdapter } from '../adapter.ts';
import type { DatasetFolder } from '../files/open-folder.ts';
import { readVolumeGrid } from '../headers/read-volume-grid.ts';
import { addFinding } from '../record/add-finding.ts';
import { finishRecord } from '../record/finish-record.ts';
import { newPicture, newRecord } from '../record/new-record.ts';
import { vertebraLabels, vertebraOfLabel } from './label-of-vertebra.ts';
import { nameScan, type ScanFile } from './name-scan.ts';
import { indexInFrame, isInGrid, placeAtIndex } from './place-centre.ts';
import { type Centre, type Centres, readCentres } from './read-centres.ts';

const version = '2020';

/** VerSe in both layouts, a record a patient. Centres are in the picture's voxels, or, in the
 *  layout of the challenge, in a frame of 1 mm: the name of the file tells. */
export const verse: DatasetAdapter = {
  id: 'verse',
  version,
  async *read(folder, signal) {
    const files = folder.files.flatMap(place => nameScan(place) ?? []);
    for (const [name, ofCase] of Map.groupBy(files, file => file.case)) {
      signal.throwIfAborted();
      const record = newRecord('verse', version, name, ofCase[0]!.patient);
      readSplit(record, ofCase);
      for (const scan of Map.groupBy(ofCase, file => file.scan).values())
        await readScan(record, folder, scan, signal);
      yield { record: finishRecord(record) };
    }
  },
};

function readSplit(record: DatasetRecord, files: readonly ScanFile[]): void {
  const splits = new Set(files.flatMap(({ split }) => split ?? []));
  record.split = [...splits][0] ?? null;
  if (splits.size > 1)
    record.problems.push({ reason: 'labels-contradict', place: files[0]!.place });
}

async function readScan(
  record: DatasetRecord,
  folder: DatasetFolder,
  files: readonly ScanFile[],
  signal: AbortSignal,
): Promise<void> {
  const of = (role: ScanFile['role']) => files.filter(file => file.role === role);
  for (const role of ['picture', 'mask', 'centres', 'isotropic-centres'] as const)
    for (const { place } of of(role).slice(1))
      record.problems.push({ reason: 'labels-contradict', place });
  const [picture] = of('picture');
  const [mask] = of('mask');
  const [centres] = [...of('centres'), ...of('isotropic-centres')];
  const at = picture ? record.pictures.length : null;
  const grid = picture ? await readVolumeGrid(folder.at(picture.place)) : null;
  if (picture) {
    record.pictures.push(
      newPicture({
        path: picture.place,
        kind: 'volume',
        modality: 'CT',
        grid,
        mask: mask ? { path: mask.place, labels: vertebraLabels } : null,
      }),
    );
    if (!grid) record.problems.push({ reason: 'unreadable', place: picture.place });
    if (!centres) record.problems.push({ reason: 'picture-without-label', place: picture.place });
  } else {
    const orphan = centres ?? mask;
    if (orphan) record.problems.push({ reason: 'label-without-picture', place: orphan.place });
  }
  if (!centres) return;
  const read = await readCentres(folder.at(centres.place), signal);
  if (!read) record.problems.push({ reason: 'unreadable', place: centres.place });
  else addCentres(record, centres, read, at, grid);
}

function addCentres(
  record: DatasetRecord,
  file: ScanFile,
  read: Centres,
  picture: number | null,
  grid: Grid | null,
): void {
  for (const place of read.odd)
    record.problems.push({ reason: 'unreadable', place: `${file.place}, ${place}` });
  const toIndex = frameOf(file, read, grid);
  const seen = new Set<number>();
  for (const centre of read.centres) {
    const where = `${file.place}, ${centre.place}`;
    const level = vertebraOfLabel(centre.label);
    if (!level) {
      record.problems.push({ reason: 'unknown-value', place: `${where}, label` });
      continue;
    }
    if (seen.has(centre.label)) record.problems.push({ reason: 'labels-contradict', place: where });
    seen.add(centre.label);
    const index = grid && toIndex(centre);
    if (grid && !index) record.problems.push({ reason: 'unreadable', place: where });
    if (grid && index && !isInGrid(grid, index))
      record.problems.push({ reason: 'outside-the-picture', place: where });
    const place = grid && index ? placeAtIndex(grid, index) : null;
    if (place && picture !== null)
      record.landmarks.push({
        name: 'body-centre',
        levels: [level],
        picture,
        place,
        source: String(centre.label),
      });
    else record.levels.push(level);
    if (level === 'L6' || level === 'T13')
      addFinding(
        record,
        { column: 'label', value: String(centre.label), levels: [level], picture, place },
        where,
      );
  }
}

const numbersOf = ({ X, Y, Z }: Centre): Vector => [X, Y, Z];

/** Challenge: from front to back, head to foot, and across from the left, in millimetres. */
const isotropic = ['P', 'I', 'R'];
const isotropicTurned = ['A', 'S', 'L'];

function frameOf(
  file: ScanFile,
  { codes, centres }: Centres,
  grid: Grid | null,
): (centre: Centre) => Vector | null {
  if (!grid) return () => null;
  if (file.role === 'isotropic-centres') {
    const frame = runsToTheHead(centres) ? isotropicTurned : isotropic;
    return centre => indexInFrame(grid, frame, numbersOf(centre), 1);
  }
  if (!codes) return numbersOf;
  return centre => indexInFrame(grid, codes, numbersOf(centre));
}

/** `ASL` names where the axes begin, or where they lead: people use it for both. The numbering of
 *  the vertebrae, from the head down, tells which. */
function runsToTheHead(centres: readonly Centre[]): boolean {
  const numbered = centres.filter(({ label }) => label !== 28);
  const first = numbered.reduce((a, b) => (b.label < a.label ? b : a), numbered[0]!);
  const last = numbered.reduce((a, b) => (b.label > a.label ? b : a), numbered[0]!);
  return numbered.length > 1 && first.Y > last.Y;
}
