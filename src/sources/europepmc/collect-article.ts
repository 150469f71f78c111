import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ArticlePicture, article as articleKind } from '../../contracts/kinds/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import type { Blobs } from '../../store/index.ts';
import { made, type Outcome, reject } from '../../store/index.ts';
import {
  articleIds,
  articleLicence,
  articleOwners,
  type FigureGraphic,
  figureGraphics,
  findArticles,
  parseXml,
  type XmlElement,
} from '../../xml/index.ts';
import { pictureFormat } from '../picture-format.ts';
import { gateArticle, isThirdParty } from './gate.ts';
import type { OpenLicence } from './licence.ts';
import type { Service } from './open-service.ts';
import { type FromArchive, readArchive } from './read-archive.ts';
import { type EuropePmcRecord, languageOf, titleOf } from './record.ts';
import type { Settings } from './settings.ts';

export type Desk = { service: Service; settings: Settings; blobs: Blobs };

/** The full text of a record that passed the gate, and the pictures of its figures that may be
 *  taken: one thing, and a reject for every picture that is not in it. */
export function articleCollector(
  desk: Desk,
  record: EuropePmcRecord,
  licence: OpenLicence,
): () => Promise<Outcome | Outcome[]> {
  let text: Awaited<ReturnType<typeof readFullText>> | undefined;
  const archive: ArchiveTries = { left: 3 };
  return async () => {
    // Where the archive fails and is asked for again, the text need not be.
    text ??= await readFullText(desk, record.pmcid!);
    return 'rejected' in text ? text : takeArticle(desk, record, licence, text, archive);
  };
}

/** Packing the archive of an article fails at the service for good with many of them: after some
 *  tries the article is taken without its pictures, which is better than no article. */
type ArchiveTries = { left: number };

async function takeArticle(
  desk: Desk,
  record: EuropePmcRecord,
  licence: OpenLicence,
  { article, bytes }: FullText,
  archive: ArchiveTries,
): Promise<Outcome | Outcome[]> {
  const pmcid = record.pmcid!;
  const refusal = gateArticle(articleLicence(article), licence);
  if (refusal) return reject(refusal, { place: pmcid });

  const rejects: Outcome[] = [];
  const shown = new Set<string>();
  const owners = articleOwners(article);
  const wanted = new Map<string, string[]>();
  for (const graphic of figureGraphics(article)) {
    shown.add(graphic.href);
    if (isThirdParty(graphic, owners, licence))
      rejects.push(reject('figure-third-party', { place: placeOf(pmcid, graphic) }));
    else wanted.set(graphic.href, [...(wanted.get(graphic.href) ?? []), graphic.figure ?? '']);
  }
  const pictures = await takePictures(desk, pmcid, wanted, archive, rejects);
  const xml = { bytes: bytes.length, sha256: await desk.blobs.put(bytes) };
  const blobs = [...new Set([xml.sha256, ...pictures.map(({ sha256 }) => sha256)])];
  const data = {
    identifiers: { ...namesIn(record), ...articleIds(article) },
    title: titleOf(record),
    language: languageOf(record) ?? null,
    licence: licence.name,
    xml,
    pictures,
    withheld: [...shown].filter(href => !pictures.some(picture => picture.href === href)),
  };
  return [made(articleKind, data, { blobs }), ...rejects];
}

type FullText = { article: XmlElement; bytes: Buffer };

async function readFullText(
  { service, settings }: Desk,
  pmcid: string,
): Promise<FullText | ReturnType<typeof reject>> {
  const address = `${pmcid}/fullTextXML`;
  const answer = await service.read(address, settings.articleBytes);
  if (answer.is === 'missing') return reject('full-text-missing', { place: pmcid });
  if (answer.is === 'over-limit') return reject('full-text-over-limit', { place: pmcid });
  const bytes = answer.body;
  // A page about maintenance, said with a straight face: the article may come another time.
  if (isPage(bytes)) throw service.mistrust(address);
  try {
    const [article] = findArticles(parseXml(bytes).root);
    if (!article) return reject('full-text-unreadable', { place: pmcid, code: 'jats-no-article' });
    const own = articleIds(article).pmcid;
    if (own && own !== pmcid) return reject('article-mismatch', { place: pmcid });
    return { article, bytes };
  } catch (error) {
    if (!(error instanceof SpinemedError)) throw error;
    if (error.code === 'xml-truncated' || error.code === 'xml-empty')
      throw service.mistrust(address);
    return reject('full-text-unreadable', { place: pmcid, code: error.code });
  }
}

function isPage(bytes: Buffer): boolean {
  return /^\s*(<!doctype html|<html)/i.test(bytes.toString('latin1', 0, 1000));
}

async function takePictures(
  desk: Desk,
  pmcid: string,
  wanted: ReadonlyMap<string, string[]>,
  archive: ArchiveTries,
  rejects: Outcome[],
): Promise<ArticlePicture[]> {
  const pictures: ArticlePicture[] = [];
  for await (const found of fromArchive(desk, pmcid, [...wanted.keys()], archive)) {
    const figures = [...new Set(wanted.get(found.href)!.filter(Boolean))];
    const place = placeOf(pmcid, { figure: figures[0] ?? null, href: found.href });
    if ('refusal' in found) {
      rejects.push(reject(found.refusal, { place, ...(found.code && { code: found.code }) }));
      continue;
    }
    const { href, bytes } = found;
    const format = pictureFormat(bytes);
    if (!format) {
      rejects.push(reject('figure-unreadable', { place, code: 'no-picture' }));
      continue;
    }
    const sha256 = await desk.blobs.put(bytes);
    pictures.push({ href, figures, format, bytes: bytes.length, sha256 });
  }
  return pictures;
}

const mostEntries = 50_000;

type WithoutArchive = {
  href: string;
  refusal: 'archive-missing' | 'archive-over-limit' | 'archive-unavailable';
  code?: string;
};

/** Archives can be large, so they go through a file and never through memory. */
async function* fromArchive(
  { service, settings }: Desk,
  pmcid: string,
  hrefs: readonly string[],
  tries: ArchiveTries,
): AsyncGenerator<FromArchive | WithoutArchive> {
  if (hrefs.length === 0) return;
  const address = `${pmcid}/supplementaryFiles?includeInlineImage=true`;
  const folder = await mkdtemp(path.join(tmpdir(), 'spinemed-archive-'));
  try {
    const file = path.join(folder, 'archive.zip');
    const answer = await service.download(address, file, settings.archiveBytes).catch(error => {
      if (error instanceof SpinemedError && error.code === 'europepmc-broken' && --tries.left <= 0)
        return { is: 'unavailable' } as const;
      throw error;
    });
    if (answer.is !== 'here') {
      for (const href of hrefs) yield { href, refusal: `archive-${answer.is}` };
      return;
    }
    if (isPage(await headOf(file))) throw service.mistrust(address);
    const { archiveBytes: totalBytes, pictureBytes } = settings;
    yield* readArchive(file, hrefs, { entries: mostEntries, pictureBytes, totalBytes });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function headOf(file: string): Promise<Buffer> {
  await using handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(1000), 0, 1000, 0);
  return buffer.subarray(0, bytesRead);
}

function namesIn({ pmcid, doi, pmid }: EuropePmcRecord): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ pmcid, doi, pmid }).filter((pair): pair is [string, string] => !!pair[1]),
  );
}

/** The article and the figure's id, by which it can be found; a picture alone goes by its name. */
function placeOf(pmcid: string, { figure, href }: Pick<FigureGraphic, 'figure' | 'href'>): string {
  return `${pmcid} ${figure ?? href}`.slice(0, 200);
}
