import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { file } from '../../contracts/kinds/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import {
  type CollectorContext,
  defineCollector,
  made,
  type Offer,
  type Outcome,
  reject,
} from '../../store/index.ts';
import { checkRoot } from './check-root.ts';
import { hashFile } from './hash-file.ts';
import { originOf, slashed } from './origin-of.ts';
import { sourceFileName, sourceFileReader } from './read-source-file.ts';
import { sourceOfFolder } from './source-of-folder.ts';
import { type Found, walk } from './walk.ts';

const settings = z.object({
  path: z.string(),
  /** Folders below it that other collectors see to. */
  except: z.array(z.string()).optional(),
});

/** Every file of a folder: textbooks, guidelines, what a converter wrote. One source a
 *  folder that has a `source.yaml`. */
export const collectFolder = defineCollector({
  name: 'collect-folder',
  version: 1,
  makes: [file],
  settings,
  rejects: [
    'empty',
    'not-a-file',
    'unreadable',
    'name-not-utf8',
    'changed-meanwhile',
    'source-file-invalid',
  ],
  offers: offerFiles,
});

type Context = CollectorContext<z.output<typeof settings>>;

async function* offerFiles(context: Context): AsyncGenerator<Offer> {
  const { workspaceFolder } = context;
  const root = path.resolve(workspaceFolder, context.settings.path);
  await checkRoot(root, workspaceFolder);
  const governing = sourceFileReader(root);
  const except = (context.settings.except ?? []).map(folder => path.join(root, folder));
  for await (const found of walk(root, except)) {
    if (path.basename(found.place) === sourceFileName) continue;
    const relative = slashed(path.relative(root, found.place));
    const governed = governing(path.dirname(found.place));
    if ('broken' in governed) {
      const broken = originOf(governed.broken, workspaceFolder);
      yield {
        key: `${relative} without ${broken}`,
        // What it may be is not known, so it is held for the strictest.
        source: sourceOfFolder(
          path.dirname(governed.broken),
          { class: 'clinical' },
          workspaceFolder,
        ),
        collect: async () => reject('source-file-invalid', { place: broken }),
      };
      continue;
    }
    const source = sourceOfFolder(governed.folder, governed.settings, workspaceFolder);
    const content = await contentOf(found);
    yield {
      key: `${relative} ${source.class} ${'obstacle' in content ? content.obstacle : content.sha256}`,
      source,
      collect: async () =>
        'obstacle' in content
          ? reject(content.obstacle, { place: relative })
          : takeIn(context, found.place, relative, content),
    };
  }
}

type Content = { sha256: string; bytes: number };

async function contentOf({ place, obstacle }: Found): Promise<Content | { obstacle: string }> {
  if (obstacle) return { obstacle };
  try {
    // A link may lead out of the folder, whose licence and class do not hold there.
    const status = await lstat(place);
    if (!status.isFile()) return { obstacle: 'not-a-file' };
    if (status.size === 0) return { obstacle: 'empty' };
    return await hashFile(place);
  } catch {
    return { obstacle: 'unreadable' };
  }
}

async function takeIn(
  { blobs }: Context,
  place: string,
  relative: string,
  content: Content,
): Promise<Outcome> {
  try {
    const sha256 = await blobs.putFile(place);
    if (sha256 !== content.sha256) return reject('changed-meanwhile', { place: relative });
    return made(file, { path: relative, bytes: content.bytes, sha256 }, { blobs: [sha256] });
  } catch (error) {
    const code = error instanceof SpinemedError ? error.code : '';
    if (code === 'file-unreadable') return reject('unreadable', { place: relative });
    if (code === 'file-changed') return reject('changed-meanwhile', { place: relative });
    throw error;
  }
}
