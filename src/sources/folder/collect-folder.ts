import { lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { file } from '../../contracts/kinds/index.ts';
import type { SourceFile } from '../../contracts/source/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import {
  type CollectorContext,
  defineCollector,
  made,
  type Offer,
  reject,
  type Source,
} from '../../store/index.ts';
import { hashFile } from './hash-file.ts';
import { sourceFileName, sourceFileReader } from './read-source-file.ts';

const settings = z.object({ path: z.string() });

/** Every file of a folder: textbooks, guidelines, what a converter wrote. One source a
 *  folder that has a `source.yaml`. */
export const collectFolder = defineCollector({
  name: 'collect-folder',
  version: 1,
  makes: [file],
  settings,
  rejects: ['empty', 'not-a-file', 'unreadable', 'source-file-invalid'],
  offers: offerFiles,
});

async function* offerFiles(
  context: CollectorContext<z.output<typeof settings>>,
): AsyncGenerator<Offer> {
  const root = path.resolve(context.workspaceFolder, context.settings.path);
  if (!(await stat(root).catch(() => undefined))?.isDirectory()) {
    throw new SpinemedError({
      code: 'folder-missing',
      mender: 'user',
      message: 'there is no folder to collect from',
      place: root,
      hint: 'Make it and put the sources in, or name another.',
    });
  }
  const governing = sourceFileReader(root);
  for await (const place of walk(root)) {
    const relative = path.relative(root, place).split(path.sep).join('/');
    const governed = governing(path.dirname(place));
    if ('broken' in governed) {
      const source = sourceOf(root, root, { class: 'clinical' });
      yield {
        key: `${relative} without ${governed.broken}`,
        source,
        collect: async () => reject('source-file-invalid', { place: governed.broken }),
      };
      continue;
    }
    const source = sourceOf(root, governed.folder, governed.settings);
    const content = await readContent(place);
    yield {
      key: `${relative} ${source.class} ${typeof content === 'string' ? content : content.sha256}`,
      source,
      async collect() {
        if (typeof content === 'string') return reject(content, { place: relative });
        const sha256 = await context.blobs.putFile(place);
        return made(file, { path: relative, bytes: content.bytes, sha256 }, { blobs: [sha256] });
      },
    };
  }
}

/** Files in an order that does not depend on the disk. Hidden ones are nobody's sources. */
async function* walk(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === sourceFileName) continue;
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(place);
    else yield place;
  }
}

type Content = { sha256: string; bytes: number } | 'empty' | 'not-a-file' | 'unreadable';

async function readContent(place: string): Promise<Content> {
  try {
    // A link may lead out of the folder, whose licence and class do not hold there.
    const found = await lstat(place);
    if (!found.isFile()) return 'not-a-file';
    if (found.size === 0) return 'empty';
    return { sha256: await hashFile(place), bytes: found.size };
  } catch {
    return 'unreadable';
  }
}

function sourceOf(root: string, folder: string, settings: SourceFile): Source {
  const name = path.relative(root, folder).split(path.sep).join('/');
  return {
    ...settings,
    kind: 'folder',
    title: settings.title ?? (name || path.basename(root)),
    origin: name || '.',
  };
}
