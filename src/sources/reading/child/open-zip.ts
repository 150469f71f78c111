import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { limits } from '../limits.ts';
import { ReadFailure } from '../read-failure.ts';

/** The parts of an archive by name; each is inflated when it is asked for, and all of them
 *  together no further than the limit. */
export type Zip = {
  names: ReadonlySet<string>;
  /** Nothing where there is no such part. */
  read(name: string): Promise<Buffer | undefined>;
};

const mostEntries = 20_000;

export async function openZip(bytes: Buffer): Promise<Zip> {
  // An office file with a password is no ZIP but an older container.
  if (bytes.readUInt32BE(0) === 0xd0cf11e0) throw new ReadFailure('encrypted');
  const archive = await opened(bytes);
  const entries = await listed(archive);
  let inflated = 0;
  return {
    names: new Set(entries.keys()),
    async read(name) {
      const entry = entries.get(name);
      if (!entry) return undefined;
      if (entry.isEncrypted()) throw new ReadFailure('encrypted');
      const stream: Readable = await promisify(archive.openReadStream.bind(archive))(entry);
      const chunks: Buffer[] = [];
      for await (const chunk of stream) {
        inflated += chunk.length;
        if (inflated > limits.inflatedBytes) throw new ReadFailure('over-limits');
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    },
  };
}

function opened(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, archive) =>
      error ? reject(error) : resolve(archive),
    );
  });
}

function listed(archive: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    let declared = 0;
    archive.on('error', reject);
    archive.on('end', () => resolve(entries));
    archive.on('entry', (entry: Entry) => {
      declared += entry.uncompressedSize;
      // Pictures in a record are not inflated here, and may be large: only what is read counts
      // against the limit, so this one is loose.
      if (entries.size >= mostEntries || declared > 16 * limits.inflatedBytes)
        return reject(new ReadFailure('over-limits'));
      entries.set(entry.fileName.replaceAll('\\', '/').replace(/^\//, ''), entry);
      archive.readEntry();
    });
    archive.readEntry();
  });
}
