import { createReadStream } from 'node:fs';
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { caseFile, type Format, formats } from '../../contracts/kinds/index.ts';
import { SpinemedError } from '../../errors/index.ts';
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
import { hashFile } from '../folder/hash-file.ts';
import { keepFile } from '../folder/keep-file.ts';
import { type Governing, sourceFileName, sourceFileReader } from '../folder/read-source-file.ts';
import { readEnds } from '../identify/read-ends.ts';
import { recognise } from '../identify/recognise.ts';
import { type FoundInCase, listCases, walkCases } from './walk-cases.ts';

const settings = z.object({ path: z.string(), mayBeMissing: z.boolean().optional() });

/** Hospital cases, a folder each: pictures, volumes and records. Clinical from the first byte,
 *  whatever a source.yaml says. The names of folders and files are patients' and show nowhere:
 *  tags stand for them. */
export const collectCases = defineCollector({
  name: 'collect-cases',
  version: 2,
  makes: [caseFile],
  settings,
  rejects: [
    ...['empty', 'not-a-file', 'unreadable', 'name-not-utf8', 'changed-meanwhile'],
    ...['unknown-format', 'outside-a-case', 'class-too-mild', 'source-file-invalid'],
    'case-empty',
  ],
  offers: offerCases,
});

type Context = CollectorContext<z.output<typeof settings>>;

async function* offerCases(context: Context): AsyncGenerator<Offer> {
  const { workspaceFolder, settings } = context;
  const root = path.resolve(workspaceFolder, settings.path);
  if (!(await checkRoot(root, workspaceFolder, settings))) return;
  const governing = sourceFileReader(root);
  refuseMildClass(governing(root));
  const empty = new Set(await listCases(root, workspaceFolder));
  for await (const found of walkCases(root, workspaceFolder)) {
    if (path.basename(found.place) === sourceFileName) continue;
    empty.delete(found.case);
    const content = await contentOf(found, governing(path.dirname(found.place)));
    const source = sourceOf(found.case);
    const place = `case ${found.case}, file ${found.file}`;
    const state = 'reason' in content ? content.reason : content.sha256;
    yield {
      key: `${place} ${state}`,
      source,
      place,
      files: content.sha256 === undefined ? [] : [content.sha256],
      collect: async () =>
        'reason' in content
          ? reject(content.reason, { place })
          : takeIn(context, found, content, place),
    };
  }
  for (const tag of empty) {
    const place = `case ${tag}`;
    const collect = async () => reject('case-empty', { place });
    yield { key: `${place} empty`, source: sourceOf(tag), place, collect };
  }
}

function sourceOf(tag: string): Source {
  const name = `case ${tag}`;
  return { kind: 'case', class: 'clinical', title: name, redistribution: 'never', origin: name };
}

/** Told at once where it holds for all cases: it would be a reject a file. */
function refuseMildClass(governed: Governing): void {
  if (!isTooMild(governed)) return;
  throw new SpinemedError({
    code: 'cases-not-clinical',
    mender: 'user',
    message: 'a source.yaml gives hospital cases a milder class than clinical',
    place: path.join(governed.folder, sourceFileName),
    hint: 'Hospital cases are clinical: write `class: clinical` there, or put a source.yaml that says so into the folder of the cases.',
  });
}

function isTooMild(governed: Governing): governed is Exclude<Governing, { broken: string }> {
  return 'settings' in governed && governed.statesClass && governed.settings.class !== 'clinical';
}

type Content = { sha256: string; bytes: number; format: Format };
type NoContent = { reason: string; sha256?: string };

async function contentOf(
  { place, obstacle, path: inCase }: FoundInCase,
  governed: Governing,
): Promise<Content | NoContent> {
  if (obstacle) return { reason: obstacle };
  try {
    const status = await lstat(place);
    if (!status.isFile()) return { reason: 'not-a-file' };
    if (inCase === undefined) return { reason: 'outside-a-case' };
    if ('broken' in governed) return { reason: 'source-file-invalid' };
    if (isTooMild(governed)) return { reason: 'class-too-mild' };
    if (status.size === 0) return { reason: 'empty' };
    const format = recognise(await readEnds(createReadStream(place)), path.basename(place));
    const hashed = await hashFile(place);
    return format ? { ...hashed, format } : { reason: 'unknown-format', sha256: hashed.sha256 };
  } catch {
    return { reason: 'unreadable' };
  }
}

async function takeIn(
  { blobs }: Context,
  found: FoundInCase,
  content: Content,
  place: string,
): Promise<Outcome> {
  const kept = await keepFile(blobs, found.place, content.sha256);
  if (kept !== 'kept') return reject(kept, { place });
  const family = formats[content.format];
  const { case: name, file, path: inCase = '' } = found;
  return made(
    caseFile,
    { case: name, file, path: inCase, ...content, family },
    { blobs: [content.sha256] },
  );
}
