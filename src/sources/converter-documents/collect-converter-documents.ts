import path from 'node:path';
import { z } from 'zod';
import { converterDocument } from '../../contracts/kinds/index.ts';
import {
  type CollectorContext,
  defineCollector,
  made,
  type Offer,
  type Outcome,
  reject,
} from '../../store/index.ts';
import { checkRoot } from '../folder/check-root.ts';
import { originOf, slashed } from '../folder/origin-of.ts';
import { sourceFileReader } from '../folder/read-source-file.ts';
import { sourceOfFolder } from '../folder/source-of-folder.ts';
import { walk } from '../folder/walk.ts';
import { digestOf, type FoundDocument, readDocument } from './read-document.ts';

const settings = z.object({
  path: z.string(),
  /** Folders below it that other collectors see to. */
  except: z.array(z.string()).optional(),
});

/** Every Markdown file of a folder as one document with the pictures it names and what
 *  PaddleOCR, MinerU, Marker or Docling put beside it. The files themselves are `collect-folder`'s. */
export const collectConverterDocuments = defineCollector({
  name: 'collect-converter-documents',
  version: 1,
  makes: [converterDocument],
  settings,
  rejects: [
    ...['empty', 'not-a-file', 'unreadable', 'not-text', 'too-large', 'source-file-invalid'],
    ...['picture-missing', 'picture-outside', 'picture-elsewhere', 'picture-unreadable'],
    ...['changed-meanwhile'],
  ],
  offers: offerDocuments,
});

type Context = CollectorContext<z.output<typeof settings>>;

async function* offerDocuments(context: Context): AsyncGenerator<Offer> {
  const { workspaceFolder, signal } = context;
  const root = path.resolve(workspaceFolder, context.settings.path);
  await checkRoot(root, workspaceFolder);
  const governing = sourceFileReader(root);
  const except = (context.settings.except ?? []).map(folder => path.join(root, folder));
  for await (const { place, obstacle } of walk(root, except)) {
    // What cannot be read or named is told of by the collector of files.
    if (obstacle || !/\.(md|markdown|mdx)$/i.test(place)) continue;
    signal.throwIfAborted();
    const relative = slashed(path.relative(root, place));
    const governed = governing(path.dirname(place));
    if ('broken' in governed) {
      const broken = originOf(governed.broken, workspaceFolder);
      yield {
        key: `${relative} without ${broken}`,
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
    const read = await readDocument(place);
    yield {
      key: `${relative} ${source.class} ${'reason' in read ? read.reason : digestOf(read)}`,
      source,
      collect: async () =>
        'reason' in read
          ? reject(read.reason, { place: relative })
          : takeIn(context, relative, read),
    };
  }
}

async function takeIn(
  { blobs }: Context,
  relative: string,
  document: FoundDocument,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const pictures = [];
  for (const picture of document.pictures) {
    const where = { place: `${relative}, line ${picture.line}` };
    if ('reason' in picture) {
      outcomes.push(reject(picture.reason, where));
      continue;
    }
    const { src, path: inFolder, format, bytes, sha256 } = picture;
    const kept = await ('data' in picture.from
      ? blobs.put(picture.from.data)
      : blobs.putFile(picture.from.place).catch(() => undefined));
    if (kept === sha256) pictures.push({ src, path: inFolder, format, bytes, sha256 });
    else outcomes.push(reject('changed-meanwhile', where));
  }
  const side = [];
  for (const { role, name, bytes } of document.side)
    side.push({
      role,
      path: slashed(path.join(path.dirname(relative), name)),
      sha256: await blobs.put(bytes),
    });
  const markdown = await blobs.put(Buffer.from(document.text));
  const held = [markdown, ...pictures.map(each => each.sha256), ...side.map(each => each.sha256)];
  const { converter, text } = document;
  const data = { path: relative, converter, markdown, characters: text.length, pictures, side };
  return [made(converterDocument, data, { blobs: [...new Set(held)] }), ...outcomes];
}
