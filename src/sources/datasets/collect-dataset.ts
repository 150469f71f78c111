import { hash } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { strictest } from '../../contracts/data-class.ts';
import { type DatasetRecord, recordProblemSchema } from '../../contracts/imaging/index.ts';
import { datasetRecord } from '../../contracts/kinds/index.ts';
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
import { sourceFileReader } from '../folder/read-source-file.ts';

import { adapters } from './adapters.ts';
import { datasetFacts } from './dataset-facts.ts';
import { digestPicture, stateOfPicture } from './digest-picture.ts';
import { type DatasetFolder, openFolder } from './files/open-folder.ts';

const ids = datasets.map(({ id }) => id) as [DatasetId, ...DatasetId[]];
const settings = z.object({
  dataset: z.enum(ids),
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
  rejects: [...recordProblemSchema.shape.reason.options, 'source-file-invalid', 'nothing-found'],
  offers: offerRecords,
});

type Context = CollectorContext<z.output<typeof settings>>;

async function* offerRecords(context: Context): AsyncGenerator<Offer> {
  const { workspaceFolder, settings, signal } = context;
  const root = path.resolve(workspaceFolder, settings.path);
  if (!(await checkRoot(root, workspaceFolder, settings))) return;
  const source = sourceOf(root, context);
  if ('broken' in source) {
    yield rejectOffer(source.source, 'source-file-invalid', source.broken);
    return;
  }
  const folder = await openFolder(root, signal);
  for (const place of folder.obstacles) yield rejectOffer(source, 'unreadable', place);
  const tells = new Map<string, number>();
  let records = 0;
  for await (const item of adapters[settings.dataset].read(folder, signal)) {
    if ('record' in item) {
      records++;
      yield await offerRecord(folder, source, item.record);
      continue;
    }
    // The same may be said of one place twice, and a key only once.
    const { reason, place } = item.problem;
    const time = (tells.get(`${reason} ${place}`) ?? 0) + 1;
    tells.set(`${reason} ${place}`, time);
    if (time === 1) yield rejectOffer(source, reason, place);
  }
  if (records === 0) yield rejectOffer(source, 'nothing-found', originOf(root, workspaceFolder));
}

function sourceOf(
  root: string,
  { workspaceFolder, settings }: Context,
): Source | { broken: string; source: Source } {
  const { en } = datasets.find(({ id }) => id === settings.dataset)!;
  const facts = datasetFacts[settings.dataset];
  const known = { ...facts, kind: 'dataset', title: en, origin: originOf(root, workspaceFolder) };
  const governed = sourceFileReader(root)(root);
  if ('broken' in governed) {
    const broken = originOf(governed.broken, workspaceFolder);
    return { broken, source: { ...known, class: 'clinical' } };
  }
  // A file beside it may say that more care is due, never that less is.
  const stated = governed.statesClass ? governed.settings.class : facts.class;
  return { ...known, class: strictest(facts.class, stated) };
}

function rejectOffer(source: Source, reason: string, place: string): Offer {
  return {
    key: `${place} as a whole: ${source.class} ${reason}`,
    source,
    collect: async () => reject(reason, { place }),
  };
}

/** What the record says and how its files stand make the key: reading them all to know that
 *  nothing has changed would take hours for some datasets. */
async function offerRecord(
  folder: DatasetFolder,
  source: Source,
  record: DatasetRecord,
): Promise<Offer> {
  const states = await Promise.all(
    record.pictures.map(picture => stateOfPicture(picture, folder.at)),
  );
  const content = hash('sha256', canonical({ record, states }));
  return {
    key: `${record.dataset} ${record.case} ${source.class} ${content}`,
    source,
    collect: () => takeIn(folder, record),
  };
}

/** The record, and each of its problems as the reject of a part. */
async function takeIn(folder: DatasetFolder, record: DatasetRecord): Promise<Outcome[]> {
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
    ...problems.map(({ reason, place }) => reject(reason, { place })),
  ];
}
