import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { graphicMatcher } from '../../xml/index.ts';

export type ArchiveRefusal =
  | 'archive-unreadable'
  | 'archive-name-refused'
  | 'figure-missing'
  | 'figure-ambiguous'
  | 'figure-unreadable'
  | 'figure-over-limit';

export type FromArchive =
  | { href: string; bytes: Buffer }
  | { href: string; refusal: ArchiveRefusal; code?: string };

export type ArchiveLimits = { entries: number; pictureBytes: number; totalBytes: number };

/** What deflate makes of a picture that is one colour all over is less than this; a large file
 *  that shrinks more was made to. */
const largestRatio = 250;
const ratioFromBytes = 8 * 1024 * 1024;

/** The wanted pictures of a ZIP, one after the other, each with its bytes or with why there are
 *  none. Names in it are compared, never used as paths; what is not wanted is not unpacked. */
export async function* readArchive(
  file: string,
  hrefs: readonly string[],
  limits: ArchiveLimits,
): AsyncGenerator<FromArchive> {
  const listed = await list(file, limits.entries);
  if (!listed) {
    for (const href of hrefs) yield { href, refusal: 'archive-unreadable' };
    return;
  }
  const { zip, entries } = listed;
  try {
    const safe = graphicMatcher([...entries.keys()].filter(isSafeName));
    const unsafe = graphicMatcher([...entries.keys()].filter(name => !isSafeName(name)));
    let leftBytes = limits.totalBytes;
    for (const href of hrefs) {
      const [name, ...others] = safe(href);
      if (name === undefined) {
        const isThere = unsafe(href).length > 0;
        yield { href, refusal: isThere ? 'archive-name-refused' : 'figure-missing' };
        continue;
      }
      const [entry, ...twins] = entries.get(name)!;
      if (others.length > 0 || twins.length > 0) {
        yield { href, refusal: 'figure-ambiguous' };
        continue;
      }
      const taken = await unpack(zip, entry!, Math.min(limits.pictureBytes, leftBytes));
      if (Buffer.isBuffer(taken)) leftBytes -= taken.length;
      yield Buffer.isBuffer(taken) ? { href, bytes: taken } : { href, ...taken };
    }
  } finally {
    zip.close();
  }
}

type Listed = { zip: ZipFile; entries: Map<string, Entry[]> };

async function list(file: string, mostEntries: number): Promise<Listed | undefined> {
  let zip: ZipFile | undefined;
  try {
    // Names as bytes: one that leads out of the archive must not cost the others.
    zip = await yauzl.openPromise(file, {
      autoClose: false,
      decodeStrings: false,
      lazyEntries: true,
    });
    const entries = new Map<string, Entry[]>();
    if (zip.entryCount > mostEntries) throw new Error('too many entries');
    for await (const entry of zip.eachEntry()) {
      const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
      const name = yauzl.getFileNameLowLevel(
        generalPurposeBitFlag,
        fileNameRaw,
        extraFields,
        false,
      );
      if (name.endsWith('/')) continue;
      const twins = entries.get(name);
      if (twins) twins.push(entry);
      else entries.set(name, [entry]);
    }
    return { zip, entries };
  } catch {
    zip?.close();
    return undefined;
  }
}

function isSafeName(name: string): boolean {
  return !/^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)|\p{Cc}/iu.test(name);
}

type Refused = { refusal: ArchiveRefusal; code: string };

async function unpack(zip: ZipFile, entry: Entry, limitBytes: number): Promise<Buffer | Refused> {
  const { uncompressedSize: size, compressedSize } = entry;
  if (isLink(entry)) return { refusal: 'figure-unreadable', code: 'zip-link' };
  if (entry.isEncrypted()) return { refusal: 'figure-unreadable', code: 'zip-encrypted' };
  if (size > limitBytes) return { refusal: 'figure-over-limit', code: 'zip-size' };
  if (size > ratioFromBytes && size > compressedSize * largestRatio)
    return { refusal: 'figure-over-limit', code: 'zip-ratio' };
  try {
    const bytes = await collect(await zip.openReadStreamPromise(entry), limitBytes);
    if (!bytes) return { refusal: 'figure-over-limit', code: 'zip-size' };
    if (bytes.length === size && crc32(bytes) === entry.crc32) return bytes;
  } catch {
    // Wherever it breaks, it is the entry that is damaged.
  }
  return { refusal: 'figure-unreadable', code: 'zip-damaged' };
}

const linkType = 0o120000;

/** The mode that systems of the Unix kind store in the upper half. */
function isLink({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  const isUnix = versionMadeBy >>> 8 === 3;
  return isUnix && ((externalFileAttributes >>> 16) & 0o170000) === linkType;
}

async function collect(stream: Readable, limitBytes: number): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > limitBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
