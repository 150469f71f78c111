import { hash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { strictest } from '../../contracts/data-class.ts';
import {
  type DatasetRecord,
  datasetRecordSchema,
  recordProblemSchema,
} from '../../contracts/imaging/index.ts';
import { datasetRecord } from '../../contracts/kinds/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import { canonical } from '../../identity/index.ts';
import { type DatasetId, datasets } from '../../spine/index.ts';
import {
  type CollectorContext,
  defineCollector,
  made,
  type Offer,
  type Outcome,
  reject,
  type Source,
} from '../../store/index.ts';
import { checkRoot } from '../folder/check-root.ts';
import { originOf } from '../folder/origin-of.ts';
import { sourceFileName, sourceFileReader } from '../folder/read-source-file.ts';
import { adapters } from './adapters.ts';
import { datasetFacts } from './dataset-facts.ts';
import { digestPicture, stateOfPicture } from './digest-picture.ts';
import { type DatasetFolder, openFolder } from './files/open-folder.ts';

const ids = datasets.map(({ id }) => id) as [DatasetId, ...DatasetId[]];
const settings = z.object({
  /** Without one, `path` holds a folder a dataset, each called by its name here. */
  dataset: z.enum(ids).optional(),
  path: z.string(),
  mayBeMissing: z.boolean().optional(),
});

/** A case of an open dataset, a record each: what its owners say, and where its pictures lie and
 *  what their bytes hash to. The pictures themselves stay where they are. */
export const collectDataset = defineCollector({
  name: 'collect-dataset',
  version: 1,
  makes: [datasetRecord],
  settings,
  rejects: [...recordProblemSchema.shape.reason.options, 'nothing-found', 'unknown-dataset'],
  offers: offerRecords,
});

type Context = CollectorContext<z.output<typeof settings>>;

async function* offerRecords(context: Context): AsyncGenerator<Offer> {
  const { workspaceFolder, settings } = context;
  const root = path.resolve(workspaceFolder, settings.path);
  if (!(await checkRoot(root, workspaceFolder, settings))) return;
  if (settings.dataset) yield* offerDataset(context, settings.dataset, root);
  else yield* offerDatasets(context, root);
}

async function* offerDatasets(context: Context, root: string): AsyncGenerator<Offer> {
  for (const entry of (await readdir(root, { withFileTypes: true })).sort(byName)) {
    const place = path.join(root, entry.name);
    const id = ids.find(each => each === entry.name);
    if (id && entry.isDirectory()) yield* offerDataset(context, id, place);
    else if (!isAside(entry.name)) yield rejectUnknown(context, place);
  }
}

const byName = (a: Dirent, b: Dirent) => (a.name < b.name ? -1 : 1);
const isAside = (name: string) => name.startsWith('.') || name === sourceFileName;

/** Whatever it is, no adapter knows it. */
function rejectUnknown({ workspaceFolder }: Context, place: string): Offer {
  const origin = originOf(place, workspaceFolder);
  return {
    key: `${origin}: unknown-dataset`,
    source: { kind: 'dataset', class: 'licensed', title: 'unknown', origin },
    collect: async () => reject('unknown-dataset', { place: origin }),
  };
}

async function* offerDataset(
  { workspaceFolder, signal }: Context,
  id: DatasetId,
  root: string,
): AsyncGenerator<Offer> {
  const source = sourceOf(id, root, workspaceFolder);
  const folder = await openFolder(root, signal);
  const told = new Set<string>();
  const rejectOnce = function* (reason: string, place: string): Generator<Offer> {
    const named = originOf(folder.at(place), workspaceFolder);
    const key = `${named}: ${id} ${source.class} ${reason}`;
    if (told.has(key)) return;
    told.add(key);
    yield { key, source, collect: async () => reject(reason, { place: named }) };
  };
  for (const place of folder.obstacles) yield* rejectOnce('unreadable', place);
  let records = 0;
  for await (const item of adapters[id].read(folder, signal)) {
    if ('problem' in item) {
      yield* rejectOnce(item.problem.reason, item.problem.place);
      continue;
    }
    records++;
    // Numbers so large that their places are endless.
    const { success } = datasetRecordSchema.safeParse(item.record);
    if (success) yield await offerRecord(folder, source, item.record, workspaceFolder);
    else yield* rejectOnce('unreadable', item.record.pictures[0]?.path ?? '');
  }
  if (records === 0) yield* rejectOnce('nothing-found', '');
}

function sourceOf(id: DatasetId, root: string, workspaceFolder: string): Source {
  const { en } = datasets.find(each => each.id === id)!;
  const facts = datasetFacts[id];
  const governed = sourceFileReader(root)(root);
  if ('broken' in governed) throw sourceFileInvalid(governed.broken);
  // A file beside it may say that more care is due, never that less is.
  const stated = governed.statesClass ? governed.settings.class : facts.class;
  if (stated === 'clinical') throw datasetClinical(path.join(governed.folder, sourceFileName));
  return {
    ...facts,
    class: strictest(facts.class, stated),
    kind: 'dataset',
    title: en,
    origin: originOf(root, workspaceFolder),
  };
}

/** What the record says and how its files stand make the key, wherever they lie: reading them all
 *  to know that nothing has changed would take hours for some datasets. */
async function offerRecord(
  folder: DatasetFolder,
  source: Source,
  record: DatasetRecord,
  workspaceFolder: string,
): Promise<Offer> {
  const states = await Promise.all(
    record.pictures.map(picture => stateOfPicture(picture, folder.at)),
  );
  const unplaced = {
    ...record,
    pictures: record.pictures.map(({ path: _, mask, ...picture }) => ({
      ...picture,
      hasMask: mask !== null,
    })),
    problems: record.problems.map(({ reason }) => reason),
  };
  const content = hash('sha256', canonical({ unplaced, states }));
  return {
    key: `${record.dataset} ${record.case} ${source.class} ${content}`,
    source,
    collect: () => takeIn(folder, record, place => originOf(folder.at(place), workspaceFolder)),
  };
}

/** The record, and each of its problems as the reject of a part. */
async function takeIn(
  folder: DatasetFolder,
  record: DatasetRecord,
  named: (place: string) => string,
): Promise<Outcome[]> {
  const problems = [...record.problems];
  const pictures: DatasetRecord['pictures'] = [];
  for (const picture of record.pictures) {
    const sha256 = await digestPicture(picture, folder.at);
    const isTold = problems.some(({ place }) => place === picture.path);
    if (sha256 === null && !isTold) problems.push({ reason: 'unreadable', place: picture.path });
    pictures.push({ ...picture, sha256 });
  }
  return [
    made(datasetRecord, { ...record, pictures, problems }),
    ...problems.map(({ reason, place }) => reject(reason, { place: named(place) })),
  ];
}

function sourceFileInvalid(place: string): SpinemedError {
  return new SpinemedError({
    code: 'source-file-invalid',
    mender: 'user',
    message: 'what may be done with the dataset cannot be read',
    place,
    hint: 'Mend the file, or take it away: what the owners allow is known without it.',
  });
}

function datasetClinical(place: string): SpinemedError {
  return new SpinemedError({
    code: 'dataset-clinical',
    mender: 'user',
    message: 'a source.yaml says that the files are patients’',
    place,
    hint: 'Patients of a hospital are collected with `./spinemed collect cases`; an open dataset is not clinical.',
  });
}
