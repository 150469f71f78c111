import type { DatasetRecord } from '../../contracts/imaging/index.ts';
import type { Level } from '../../spine/index.ts';
import type { DatasetAdapter } from './adapter.ts';
import { isPicture, stemOf } from './files/names.ts';
import type { DatasetFolder } from './files/open-folder.ts';
import { isOnPicture, placeOnPicture } from './headers/place-on-picture.ts';
import { readPictureSize } from './headers/read-picture-size.ts';
import { addFinding } from './record/add-finding.ts';
import { finishRecord } from './record/finish-record.ts';
import { newPicture, newRecord } from './record/new-record.ts';
import { sexOf } from './record/sex-of.ts';
import { readRows } from './tables/read-rows.ts';

const version = '2023';

/** Edges from the head down, as the rows stand; a lateral picture has the sacrum's upper one too. */
const edges: ReadonlyArray<{ level: Level; edge: string }> = [
  ...(['L1', 'L2', 'L3', 'L4', 'L5'] as const).flatMap(level => [
    { level, edge: 'upper' },
    { level, edge: 'lower' },
  ]),
  { level: 'S1', edge: 'upper' },
];
const rowsOf = { AP: 10, lateral: 11 };

type Named = { place: string; id: string; sex: string; age: string; view: 'AP' | 'lateral' };

/** BUU-LSPINE: a frontal and a lateral X-ray a patient, with the edges of each vertebra. What a
 *  file is stands in its name: number, sex, age, view. */
export const buu: DatasetAdapter = {
  id: 'buu',
  version,
  async *read(folder, signal) {
    const named = folder.files.flatMap(place => readName(place) ?? []);
    for (const [id, files] of Map.groupBy(named, file => file.id)) {
      signal.throwIfAborted();
      const record = newRecord('buu', version, id);
      readPerson(record, files);
      for (const ofPicture of Map.groupBy(files, ({ place }) =>
        stemOf(place).toLowerCase(),
      ).values())
        await readPicture(record, folder, ofPicture, signal);
      yield { record: finishRecord(record) };
    }
  },
};

/** `0001-F-037Y0.jpg`: Y0 is the frontal view, Y1 the lateral one. */
function readName(place: string): Named | undefined {
  if (!isPicture(place) && !/\.csv$/i.test(place)) return undefined;
  const match = /^(\d+)-([a-z])-(\d+)y([01])/i.exec(stemOf(place));
  if (!match) return undefined;
  const [, id, sex, age, view] = match as unknown as [string, string, string, string, string];
  return { place, id, sex, age, view: view === '0' ? 'AP' : 'lateral' };
}

function readPerson(record: DatasetRecord, files: readonly Named[]): void {
  const [first] = files;
  record.sex = sexOf(first!.sex);
  const ageYears = Number(first!.age);
  if (ageYears <= 130) record.ageYears = ageYears;
  else record.problems.push({ reason: 'unknown-value', place: `${first!.place}, age` });
  const differing = files.find(file => file.sex !== first!.sex || file.age !== first!.age);
  if (!differing) return;
  record.problems.push({ reason: 'labels-contradict', place: differing.place });
}

async function readPicture(
  record: DatasetRecord,
  folder: DatasetFolder,
  files: readonly Named[],
  signal: AbortSignal,
): Promise<void> {
  const { view } = files[0]!;
  const [picture, ...more] = files.filter(({ place }) => isPicture(place));
  const [labels, ...others] = files.filter(({ place }) => !isPicture(place));
  for (const { place } of [...more, ...others])
    record.problems.push({ reason: 'labels-contradict', place });
  const stated = /(^|\/)(AP|LA)\//i.exec(files[0]!.place)?.[2]?.toUpperCase();
  if (stated && stated !== (view === 'AP' ? 'AP' : 'LA'))
    record.problems.push({ reason: 'labels-contradict', place: files[0]!.place });
  if (picture) {
    const sizePixels = await readPictureSize(folder.at(picture.place));
    if (!sizePixels) record.problems.push({ reason: 'unreadable', place: picture.place });
    record.pictures.push(
      newPicture({ path: picture.place, kind: 'picture', modality: 'XR', view, sizePixels }),
    );
    if (!labels) record.problems.push({ reason: 'picture-without-label', place: picture.place });
  } else if (labels) record.problems.push({ reason: 'label-without-picture', place: labels.place });
  const at = picture ? record.pictures.length - 1 : null;
  if (labels) await readEdges(record, folder, labels.place, view, at, signal);
}

async function readEdges(
  record: DatasetRecord,
  folder: DatasetFolder,
  file: string,
  view: Named['view'],
  picture: number | null,
  signal: AbortSignal,
): Promise<void> {
  const { rows, brokenAfter } = await readRows(folder.at(file), signal);
  // With a row too few or too many nobody can say which vertebra the others belong to.
  const isWhole = rows.length === rowsOf[view] && brokenAfter === null;
  if (!isWhole)
    record.problems.push({ reason: 'unreadable', place: `${file}, ${rows.length} rows` });
  for (const [at, { number, cells }] of rows.entries())
    addEdge(record, cells, isWhole ? edges[at] : undefined, picture, `${file}, row ${number}`);
}

function addEdge(
  record: DatasetRecord,
  cells: readonly string[],
  known: (typeof edges)[number] | undefined,
  picture: number | null,
  where: string,
): void {
  const [x1, y1, x2, y2, label = ''] = cells.map(cell => cell.trim());
  const numbers = [x1, y1, x2, y2].map(cell => (cell ? Number(cell) : Number.NaN));
  if (!numbers.every(Number.isFinite)) {
    record.problems.push({ reason: 'unreadable', place: where });
    return;
  }
  const [startX, startY, endX, endY] = numbers as [number, number, number, number];
  const levels = known ? [known.level] : [];
  record.levels.push(...levels);
  if (picture !== null) {
    const ends = { start: [startX, startY], end: [endX, endY] } as const;
    for (const [end, [x, y]] of Object.entries(ends)) {
      if (!isOnPicture(record.pictures[picture]!, x, y))
        record.problems.push({ reason: 'outside-the-picture', place: where });
      record.landmarks.push({
        name: `${known?.edge ?? 'unnamed'}-edge-${end}`,
        levels,
        picture,
        place: placeOnPicture(x, y),
        source: where.slice(where.lastIndexOf('row')),
      });
    }
  }
  const value = /^(-?\d+)(\.0*)?$/.exec(label)?.[1] ?? label;
  // A slip somewhere is one of the picture; none at an edge that nobody can name says nothing.
  if (!known && value === '0') return;
  const place = picture === null ? null : placeOnPicture((startX + endX) / 2, (startY + endY) / 2);
  addFinding(
    record,
    { column: 'label', value: label, levels, picture, place, term: { value } },
    where,
  );
}
