import type { DatasetRecord } from '../../../contracts/imaging/index.ts';
import type { DatasetAdapter } from '../adapter.ts';
import { folderOf, nameOf, stemOf } from '../files/names.ts';
import type { DatasetFolder } from '../files/open-folder.ts';
import { readVolumeGrid } from '../headers/read-volume-grid.ts';
import { addFinding } from '../record/add-finding.ts';
import { finishRecord } from '../record/finish-record.ts';
import { newPicture, newRecord } from '../record/new-record.ts';
import { sexOf } from '../record/sex-of.ts';
import { readTable, type TableRow, tellMissing } from '../tables/read-table.ts';
import { discOfNumber, maskLabels, type Numbering, numberingOf } from './number-levels.ts';

const version = '2023';
const graded = [
  ...['Modic', 'UP endplate', 'LOW endplate', 'Spondylolisthesis'],
  ...['Disc herniation', 'Disc narrowing', 'Disc bulging', 'Pfirrman grade'],
];

/** SPIDER: a patient with a mask for each series and one list of graded discs for all of them. */
export const spider: DatasetAdapter = {
  id: 'spider',
  version,
  async *read(folder, signal) {
    const overview = await readTable(folder, 'overview.csv', signal);
    const gradings = await readTable(folder, 'radiological_gradings.csv', signal);
    yield* [...overview.problems, ...gradings.problems];
    const volumes = Map.groupBy(folder.files.filter(isVolume), patientOf);
    if (!overview.table) yield* tellMissing('overview.csv', volumes.size > 0);
    if (!gradings.table) yield* tellMissing('radiological_gradings.csv', volumes.size > 0);
    const listed = Map.groupBy(overview.table?.rows ?? [], row => patientOf(fileOf(row)));
    const ofPatient = Map.groupBy(gradings.table?.rows ?? [], row =>
      wholeNumber(row.cell('Patient')),
    );
    const patients = new Set([...volumes.keys(), ...listed.keys(), ...ofPatient.keys()]);
    for (const patient of [...patients].sort(byNumber)) {
      signal.throwIfAborted();
      const rows = ofPatient.get(patient) ?? [];
      if (patient === '') {
        for (const { place } of [...rows, ...(listed.get(patient) ?? [])])
          yield { problem: { reason: 'label-without-picture', place } };
        continue;
      }
      const record = newRecord('spider', version, patient);
      const numbering = numberingOf(
        rows.map(row => Number(row.cell('IVD label'))).filter(label => label >= 1),
      );
      readListed(record, folder, listed.get(patient) ?? []);
      await addSeries(record, folder, volumes.get(patient) ?? [], numbering);
      if (record.pictures.length === 0 && rows[0])
        record.problems.push({ reason: 'label-without-picture', place: rows[0].place });
      if (rows.length === 0 && gradings.table)
        for (const { path } of record.pictures)
          record.problems.push({ reason: 'picture-without-label', place: path });
      if (numbering) addGradings(record, rows, numbering);
      else record.problems.push({ reason: 'labels-contradict', place: rows[0]!.place });
      yield { record: finishRecord(record) };
    }
  },
};

const isVolume = (place: string) => /^\d+_.*\.mha$/i.test(nameOf(place));
const isMask = (place: string) => /(^|\/)masks?$/i.test(folderOf(place));
/** `7` of `7_t2_SPACE.mha`; a number in a spreadsheet may have become `7.0`. */
const patientOf = (place: string) => /^(\d+)_/.exec(nameOf(place))?.[1] ?? '';
const fileOf = (row: TableRow) => row.cell('new_file_name');
const wholeNumber = (value: string) => /^(\d+)(\.0*)?$/.exec(value)?.[1] ?? '';
const byNumber = (a: string, b: string) => Number(a) - Number(b);

function readListed(record: DatasetRecord, folder: DatasetFolder, rows: readonly TableRow[]): void {
  const subsets = new Set(rows.map(row => row.cell('subset')).filter(Boolean));
  record.split = [...subsets][0] ?? null;
  const sexes = new Set(rows.map(row => sexOf(row.cell('sex'))));
  record.sex = sexes.size === 1 ? [...sexes][0]! : null;
  if (subsets.size > 1 || sexes.size > 1)
    record.problems.push({ reason: 'labels-contradict', place: rows[0]!.place });
  for (const row of rows) {
    const stem = stemOf(fileOf(row)).toLowerCase();
    const isThere = folder.files.some(
      place => isVolume(place) && !isMask(place) && stemOf(place).toLowerCase() === stem,
    );
    if (!isThere) record.problems.push({ reason: 'picture-missing', place: row.place });
  }
}

async function addSeries(
  record: DatasetRecord,
  folder: DatasetFolder,
  places: readonly string[],
  numbering: Numbering | null,
): Promise<void> {
  const masks = new Map(
    places.filter(isMask).map(place => [stemOf(place).toLowerCase(), place] as const),
  );
  for (const place of places.filter(each => !isMask(each))) {
    const stem = stemOf(place).toLowerCase();
    const mask = masks.get(stem);
    masks.delete(stem);
    const grid = await readVolumeGrid(folder.at(place));
    if (!grid) record.problems.push({ reason: 'unreadable', place });
    if (!mask) record.problems.push({ reason: 'picture-without-label', place });
    const weighting = stem.slice(stem.indexOf('_') + 1);
    record.pictures.push(
      newPicture({
        path: place,
        kind: 'volume',
        modality: 'MRI',
        view: views[weighting] ?? null,
        grid,
        mask: mask ? { path: mask, labels: maskLabels(numbering ?? 'from the bottom') } : null,
      }),
    );
  }
  for (const place of masks.values())
    record.problems.push({ reason: 'label-without-picture', place });
}

const views: Record<string, string> = {
  t1: 'sagittal T1',
  t2: 'sagittal T2',
  t2_space: 'sagittal T2 SPACE',
};

function addGradings(record: DatasetRecord, rows: readonly TableRow[], numbering: Numbering): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const number = Number(wholeNumber(row.cell('IVD label')));
    const levels = discOfNumber(number, numbering);
    if (!levels) {
      record.problems.push({ reason: 'unknown-value', place: `${row.place}, IVD label` });
      continue;
    }
    if (seen.has(levels.join('/')))
      record.problems.push({ reason: 'labels-contradict', place: row.place });
    seen.add(levels.join('/'));
    record.levels.push(...levels);
    for (const column of graded) {
      const value = row.cell(column);
      const term = { value: wholeNumber(value) || value };
      addFinding(record, { column, value, levels, term }, row.place);
    }
  }
}
