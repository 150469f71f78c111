import { lstat } from 'node:fs/promises';
import { z } from 'zod';
import { file } from '../../contracts/kinds/index.ts';
import {
  type CollectorContext,
  defineCollector,
  made,
  type Offer,
  type Outcome,
  reject,
} from '../../store/index.ts';
import { brokenOffer, findFiles } from './find-files.ts';
import { hashFile } from './hash-file.ts';
import { keepFile } from './keep-file.ts';
import type { Found } from './walk.ts';

const settings = z.object({ path: z.string() });

/** Every file of a folder: textbooks, guidelines, what a converter wrote. One source a
 *  folder that has a `source.yaml`. */
export const collectFolder = defineCollector({
  name: 'collect-folder',
  version: 2,
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
  for await (const found of findFiles(context)) {
    if (found.broken) {
      yield brokenOffer(found);
      continue;
    }
    const { place, name, tag, source } = found;
    const content = await contentOf(found);
    yield {
      key: `${name} ${source.class} ${'obstacle' in content ? content.obstacle : content.sha256}`,
      source,
      place: name,
      files: 'obstacle' in content ? [] : [content.sha256],
      tag,
      collect: async () =>
        'obstacle' in content
          ? reject(content.obstacle, { place: name })
          : takeIn(context, place, name, content),
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
  name: string,
  { sha256, bytes }: Content,
): Promise<Outcome> {
  const kept = await keepFile(blobs, place, sha256);
  if (kept !== 'kept') return reject(kept, { place: name });
  return made(file, { path: name, bytes, sha256 }, { blobs: [sha256] });
}
