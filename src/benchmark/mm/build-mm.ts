import { rm } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '../../config/index.ts';
import type { Models } from '../../contracts/models/index.ts';
import type { Store } from '../../store/index.ts';
import { ownVersion } from '../own-version.ts';
import { writeJson } from '../run/run-file.ts';
import { type BuildSettings, type Embedder, files } from './build-file.ts';
import { readCases } from './cases.ts';
import { askDiagnoses, listIll } from './items/ask-diagnoses.ts';
import { askLocalisations } from './items/ask-localisations.ts';
import type { MmItem } from './items/mm-item.ts';
import { takeSub } from './items/take-sub.ts';
import { chooseLibrary } from './library/choose-library.ts';
import { listPictures } from './library/list-pictures.ts';
import { pointsOfPictures } from './library/points-of-pictures.ts';
import { similarities } from './library/similarities.ts';
import type { MmCase } from './mm-case.ts';
import { lendOptions } from './options/lend-options.ts';
import { dropStale } from './pictures/drop-stale.ts';
import { renderCases } from './pictures/render-cases.ts';
import { renderVersion } from './pictures/render-picture.ts';
import type { Reject } from './reject.ts';
import { type Blind, guessBlindly } from './summary/guess-blindly.ts';
import { type Book, keepBooks } from './summary/keep-books.ts';
import { rejectsOfEmbedding, rejectsOfLabels } from './summary/list-rejects.ts';
import { type SummaryRow, summarise } from './summary/summarise.ts';
import { writeLines } from './write-lines.ts';

export type BuildOptions = {
  store: Store;
  /** With the pictures of `folder` to read. */
  models: Pick<Models, 'embed'>;
  folder: string;
  settings: BuildSettings;
  embedder: string | undefined;
  /** Where a dataset lies now, if it was moved since it was collected. */
  moved: ReadonlyMap<string, string>;
  onProgress(step: 'pictures' | 'embeddings', done: number, of: number): void;
  signal: AbortSignal;
};

export type Built = {
  settings: BuildSettings;
  embedder: Embedder | null;
  books: Book[];
  items: number;
  sub: number;
  /** With fewer than five, for want of diseases in the library. */
  withFewerOptions: number;
  table: SummaryRow[];
  /** All diagnoses together, without knowing whose picture it is. */
  blind: Blind;
};

/** The second SpineBench, from what the workspace has collected of its four datasets. */
export async function buildMm(options: BuildOptions): Promise<Built> {
  const { store, models, folder, settings, embedder, onProgress, signal } = options;
  const { seed, language } = settings;
  const read = await readCases(store, { ...settings, signal });
  const { cases } = read;
  makeFolder(path.resolve(folder), 0o755);
  // Where it is, all that it tells of is there.
  await rm(path.join(folder, files.build), { force: true });
  const rendered = await renderCases(cases, {
    ...{ folder, longestPixels: settings.longestPixels, signal },
    rootOf: one => rootOf(one, store.workspace.folder, options.moved),
    onProgress: (done, of) => onProgress('pictures', done, of),
  });
  const pictures = listPictures(cases, rendered);
  const embedded = await pointsOfPictures(pictures, {
    ...{ models, embedder, signal },
    onProgress: (done, of) => onProgress('embeddings', done, of),
  });
  const library = chooseLibrary(pictures, { perDisease: settings.library, seed });
  const similarTo = await similarities(pictures, library, embedded);
  const shown = { rendered, pictures: new Map(pictures.map(each => [each.sha256, each])) };
  const isLent = settings.healthyOptions === 'like-the-ill';
  const asking = {
    ...{ ...shown, seed, language },
    similarityOf: (sha256: string) => similarTo.get(sha256),
    lend: isLent ? lendOptions(listIll(cases, shown), seed) : undefined,
  };
  const made = [...askDiagnoses(cases, asking), ...askLocalisations(cases, asking)];
  const rejects: Reject[] = [
    ...read.rejects,
    ...cases.flatMap(rejectsOfLabels),
    ...rendered.rejects,
    ...rejectsOfEmbedding(pictures, embedded),
    ...made.filter(each => 'reason' in each),
  ];
  const asked = made.filter((each): each is MmItem => !('reason' in each));
  const sub = takeSub(asked, settings.sub, seed);
  const items = asked.map(each => (sub.has(each.id) ? { ...each, split: 'sub' as const } : each));
  const built: Built = {
    settings,
    embedder: embedded.by,
    books: keepBooks(read, rendered, pictures, rejects),
    items: items.length,
    sub: sub.size,
    withFewerOptions: items.filter(({ options }) => Object.keys(options).length < 5).length,
    table: summarise(items),
    blind: guessBlindly(items.filter(({ kind }) => kind === 'diagnosis')),
  };
  const at = (name: string) => path.join(folder, name);
  await writeLines(at(files.items), items);
  await writeLines(
    at(files.sub),
    items.filter(({ split }) => split === 'sub'),
  );
  await writeLines(at(files.pictures), pictures);
  await writeLines(at(files.rejects), rejects);
  await dropStale(folder, rendered.hashes);
  await writeJson(at(files.build), {
    ...{ format: 'spinemed-bench-mm', version: 1, benchmark: 'spinebench-mm' },
    software: { name: 'spinemed', version: ownVersion(), renderVersion },
    ...built,
  });
  return built;
}

function rootOf(
  { dataset, origin }: MmCase,
  workspace: string,
  moved: ReadonlyMap<string, string>,
): string | null {
  const place = moved.get(dataset) ?? origin;
  return place === null ? null : path.resolve(workspace, place);
}
