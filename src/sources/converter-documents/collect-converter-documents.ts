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
import { brokenOffer, findFiles } from '../folder/find-files.ts';
import { slashed } from '../folder/origin-of.ts';
import { digestOf, type FoundDocument, readDocument } from './read-document.ts';

const settings = z.object({ path: z.string() });

/** Every Markdown file of a folder as one document with the pictures it names and what
 *  PaddleOCR, MinerU, Marker or Docling put beside it. The files themselves are `collect-folder`'s. */
export const collectConverterDocuments = defineCollector({
  name: 'collect-converter-documents',
  version: 2,
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
  for await (const found of findFiles(context)) {
    const { place, obstacle, name, tag, source } = found;
    // What cannot be read or named is told of by the collector of files.
    if (obstacle || !/\.(md|markdown|mdx)$/i.test(place)) continue;
    context.signal.throwIfAborted();
    if (found.broken) {
      yield brokenOffer(found);
      continue;
    }
    const read = await readDocument(place);
    yield {
      key: `${name} ${source.class} ${'reason' in read ? read.reason : digestOf(read)}`,
      source,
      place: name,
      files: read.sha256 === undefined ? [] : [read.sha256],
      tag,
      collect: async () =>
        'reason' in read ? reject(read.reason, { place: name }) : takeIn(context, name, read),
    };
  }
}

async function takeIn(
  { blobs }: Context,
  name: string,
  document: FoundDocument,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const pictures = [];
  const absent: string[] = [];
  for (const picture of document.pictures) {
    const where = { place: `${name}, line ${picture.line}` };
    if ('reason' in picture) {
      outcomes.push(reject(picture.reason, where));
      absent.push(picture.src);
      continue;
    }
    const { src, path: inFolder, format, bytes, sha256 } = picture;
    const kept = await ('data' in picture.from
      ? blobs.put(picture.from.data)
      : blobs.putFile(picture.from.place).catch(() => undefined));
    if (kept === sha256) pictures.push({ src, path: inFolder, format, bytes, sha256 });
    else {
      outcomes.push(reject('changed-meanwhile', where));
      absent.push(src);
    }
  }
  const side = [];
  for (const { role, name: own, bytes } of document.side)
    side.push({
      role,
      path: slashed(path.join(path.dirname(name), own)),
      sha256: await blobs.put(bytes),
    });
  const markdown = await blobs.put(Buffer.from(document.text));
  const held = [markdown, ...pictures.map(each => each.sha256), ...side.map(each => each.sha256)];
  const { converter, text } = document;
  const data = { path: name, converter, markdown, characters: text.length, pictures, absent, side };
  return [made(converterDocument, data, { blobs: [...new Set(held)] }), ...outcomes];
}
