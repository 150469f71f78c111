import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { scannedDocument } from '../../contracts/kinds/index.ts';
import {
  type CollectorContext,
  defineCollector,
  made,
  type Offer,
  type Outcome,
  reject,
} from '../../store/index.ts';
import { type FoundFile, findFiles } from '../folder/find-files.ts';
import { hashFile } from '../folder/hash-file.ts';
import { keepFile } from '../folder/keep-file.ts';
import { nameClinical } from '../folder/name-clinical.ts';
import { originOf } from '../folder/origin-of.ts';
import { readEnds } from '../identify/read-ends.ts';
import { recognise } from '../identify/recognise.ts';
import { comparePageNames } from './compare-page-names.ts';

/** The pictures of a folder as the pages of one document, where its `source.yaml` says
 *  `pages: scanned`. The files themselves are `collect-folder`'s, which also tells of those that
 *  cannot be read. */
export const collectScannedDocuments = defineCollector({
  name: 'collect-scanned-documents',
  version: 1,
  makes: [scannedDocument],
  settings: z.object({ path: z.string() }),
  rejects: ['changed-meanwhile', 'unreadable'],
  offers: offerDocuments,
});

type Context = CollectorContext<{ path: string }>;
type Page = z.output<typeof scannedDocument.schema>['pages'][number] & { place: string };

async function* offerDocuments(context: Context): AsyncGenerator<Offer> {
  const { workspaceFolder, signal } = context;
  const folders = new Map<string, FoundFile[]>();
  for await (const found of findFiles(context)) {
    if (found.obstacle || found.stated?.pages !== 'scanned') continue;
    const folder = path.dirname(found.place);
    folders.set(folder, [...(folders.get(folder) ?? []), found]);
  }
  for (const [folder, files] of folders) {
    const ordered = files.toSorted((a, b) => comparePageNames(a.place, b.place));
    const pages: Page[] = [];
    for (const file of ordered) {
      signal.throwIfAborted();
      const page = await pageOf(file).catch(() => undefined);
      if (page) pages.push(page);
    }
    if (pages.length === 0) continue;
    const { source, stated } = ordered[0]!;
    const isClinical = source.class === 'clinical';
    const tag = () => nameClinical(workspaceFolder).folder(folder);
    const name = isClinical ? tag() : originOf(folder, workspaceFolder);
    const digest = hash('sha256', pages.map(({ sha256 }) => sha256).join());
    yield {
      key: `${name} ${source.class} ${digest}`,
      source,
      place: name,
      files: pages.map(({ sha256 }) => sha256),
      tag,
      collect: () => takeIn(context, name, (!isClinical && stated?.title) || null, pages),
    };
  }
}

async function pageOf({ place, name }: FoundFile): Promise<Page | undefined> {
  if (!(await lstat(place)).isFile()) return undefined;
  const format = recognise(await readEnds(createReadStream(place)), place);
  if (format !== 'png' && format !== 'jpeg' && format !== 'tiff') return undefined;
  return { place, path: name, format, ...(await hashFile(place)) };
}

async function takeIn(
  { blobs }: Context,
  name: string,
  title: string | null,
  found: readonly Page[],
): Promise<Outcome[]> {
  const pages = [];
  const rejects: Outcome[] = [];
  for (const { place, ...page } of found) {
    const kept = await keepFile(blobs, place, page.sha256);
    if (kept === 'kept') pages.push(page);
    else rejects.push(reject(kept, { place: page.path }));
  }
  if (pages.length === 0) return rejects;
  const held = [...new Set(pages.map(({ sha256 }) => sha256))];
  return [made(scannedDocument, { path: name, title, pages }, { blobs: held }), ...rejects];
}
