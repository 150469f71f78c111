import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { DatasetRecord } from '../../contracts/imaging/index.ts';
import { discLevels, isLevel, type Level } from '../../spine/index.ts';
import { readApart } from '../reading/read-apart.ts';
import type { DatasetAdapter, DatasetItem } from './adapter.ts';
import { folderOf, isDicom, nameOf } from './files/names.ts';
import type { DatasetFolder } from './files/open-folder.ts';
import { isOnSlice, placeOnSlice } from './headers/place-on-slice.ts';
import { readSlices } from './headers/read-slices.ts';
import { type FoundSlice, type Series, seriesOfSlices } from './headers/series-of-slices.ts';
import type { SliceHeader } from './headers/slice-header.ts';
import { addFinding } from './record/add-finding.ts';
import { finishRecord } from './record/finish-record.ts';
import { newRecord } from './record/new-record.ts';

const version = '531796';

const textSchema = z.string().nullish();
const pointSchema = z.object({
  coord: z.tuple([z.number(), z.number()]).rest(z.unknown()),
  tag: z.looseObject({
    identification: z.string(),
    vertebra: textSchema,
    disc: textSchema,
  }),
});
const studySchema = z.object({
  studyUid: z.string().min(1),
  data: z.array(
    z.object({
      seriesUid: z.string(),
      instanceUid: z.string(),
      annotation: z.array(z.object({ data: z.object({ point: z.array(z.unknown()) }) })),
    }),
  ),
});
type Annotation = { study: z.output<typeof studySchema>; where: string };

/** Spark: points on one slice of a study, which three UIDs name. What lies in which folder tells
 *  nothing. */
export const spark: DatasetAdapter = {
  id: 'spark',
  version,
  async *read(folder, signal) {
    const { annotations, problems } = await readAnnotations(folder, signal);
    yield* problems;
    const { slices, unreadable } = await readSlices(folder, folder.files.filter(isDicom), signal);
    for (const place of unreadable) yield { problem: { reason: 'unreadable', place } };
    const ofStudy = Map.groupBy(slices, ({ header }) => header.studyUid);
    const annotated = Map.groupBy(annotations, ({ study }) => study.studyUid);
    for (const uid of new Set([...ofStudy.keys(), ...annotated.keys()])) {
      signal.throwIfAborted();
      yield { record: readStudy(uid, ofStudy.get(uid) ?? [], annotated.get(uid) ?? []) };
    }
  },
};

async function readAnnotations(folder: DatasetFolder, signal: AbortSignal) {
  const annotations: Annotation[] = [];
  const problems: DatasetItem[] = [];
  for (const file of folder.files.filter(place => /annotation\.json$/i.test(nameOf(place)))) {
    const bytes = await readFile(folder.at(file)).catch(() => undefined);
    const read = bytes && (await readApart('json', bytes, signal));
    if (!read || 'why' in read) {
      problems.push({ problem: { reason: 'unreadable', place: file } });
      continue;
    }
    for (const { place, value } of read.value) {
      const { data: study } = studySchema.safeParse(value);
      const where = `${file}, ${place}`;
      if (study) annotations.push({ study, where });
      else problems.push({ problem: { reason: 'unreadable', place: where } });
    }
  }
  return { annotations, problems };
}

function readStudy(
  uid: string,
  slices: readonly FoundSlice[],
  annotations: readonly Annotation[],
): DatasetRecord {
  const record = newRecord('spark', version, uid);
  record.split = splitOf(slices[0]?.place ?? annotations[0]?.where ?? '');
  const series = new Map<string, { at: number; of: Series }>();
  for (const [id, ofSeries] of Map.groupBy(slices, ({ header }) => header.seriesUid)) {
    const of = seriesOfSlices(folderOf(ofSeries[0]!.place), ofSeries, 'MRI');
    series.set(id, { at: record.pictures.push(of.picture) - 1, of });
  }
  const [first, ...more] = annotations;
  for (const { where } of more) record.problems.push({ reason: 'labels-contradict', place: where });
  if (!first && slices[0])
    record.problems.push({ reason: 'picture-without-label', place: folderOf(slices[0].place) });
  for (const { study, where } of annotations) {
    for (const { seriesUid, instanceUid, annotation } of study.data) {
      const found = series.get(seriesUid);
      const slice =
        found?.of.slices.findIndex(({ header }) => header.instanceUid === instanceUid) ?? -1;
      const header = found?.of.slices[slice]?.header;
      const shown = found && header ? { picture: found.at, slice, header } : null;
      if (!shown) record.problems.push({ reason: 'picture-missing', place: where });
      for (const { data } of annotation)
        for (const [at, point] of data.point.entries())
          addPoint(record, point, shown, `${where}, point ${at + 1}`);
    }
  }
  return finishRecord(record);
}

/** `lumbar_train150` of the place, whichever folder lies around it. */
function splitOf(place: string): string | null {
  return /lumbar_(train|test)[a-z]?\d*/i.exec(place)?.[0]?.toLowerCase() ?? null;
}

type Shown = { picture: number; slice: number; header: SliceHeader };

function addPoint(record: DatasetRecord, value: unknown, shown: Shown | null, where: string): void {
  const { data: point } = pointSchema.safeParse(value);
  if (!point) {
    record.problems.push({ reason: 'unreadable', place: where });
    return;
  }
  const { identification } = point.tag;
  const levels = levelsOf(identification);
  if (!levels) {
    record.problems.push({ reason: 'unknown-value', place: `${where}, identification` });
    return;
  }
  const [x, y] = point.coord;
  const place = shown && placeOnSlice(shown.header, [x, y], shown.slice);
  if (shown && !isOnSlice(shown.header, x, y))
    record.problems.push({ reason: 'outside-the-picture', place: where });
  const picture = shown?.picture ?? null;
  const isDisc = levels.length === 2;
  if (place && picture !== null)
    record.landmarks.push({
      name: isDisc ? 'disc-centre' : 'body-centre',
      levels,
      picture,
      place,
      source: identification,
    });
  else record.levels.push(...levels);
  const column = isDisc ? 'disc' : 'vertebra';
  // A vertebra with a disc's kind, or the other way round, is a slip of somebody's hand.
  if (point.tag[isDisc ? 'vertebra' : 'disc'])
    record.problems.push({ reason: 'labels-contradict', place: where });
  const kinds = (point.tag[column] ?? '').split(/[,，]/).map(kind => kind.trim());
  if (kinds.includes('v1') && kinds.some(kind => kind !== '' && kind !== 'v1'))
    record.problems.push({ reason: 'labels-contradict', place: where });
  for (const kind of new Set(kinds))
    addFinding(record, { column, value: kind, levels, picture, place }, where);
}

/** `L4` is a vertebra, `L4-L5` a disc. */
function levelsOf(identification: string): Level[] | null {
  const name = identification
    .trim()
    .toUpperCase()
    .replaceAll(/\s*[-–/]\s*/g, '/');
  return isLevel(name) ? [name] : discLevels(name);
}
