import { createHash, hash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { compose, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Blobs } from './blobs.ts';
import { assertHash, checkHash, hashCheckingStream, missingBlob } from './verify-hash.ts';

/** Blobs in a folder: `ab/abcdef…`, written under another name, synced, then renamed, so
 *  that a blob with a right name is always whole. */
export function folderBlobs(folder: string): Blobs {
  const incoming = path.join(folder, 'incoming');
  mkdirSync(incoming, { recursive: true, mode: 0o700 });
  const placeOf = (sha256: string) => {
    assertHash(sha256);
    return path.join(folder, sha256.slice(0, 2), sha256);
  };

  const has = (sha256: string) =>
    stat(placeOf(sha256)).then(
      () => true,
      () => false,
    );

  async function settle(part: string, sha256: string): Promise<void> {
    const target = placeOf(sha256);
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    await rename(part, target);
  }

  async function put(bytes: Uint8Array): Promise<string> {
    const sha256 = hash('sha256', bytes);
    if (await has(sha256)) return sha256;
    const part = path.join(incoming, randomUUID());
    const file = await open(part, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.datasync();
    } finally {
      await file.close();
    }
    await settle(part, sha256);
    return sha256;
  }

  async function putFile(source: string): Promise<string> {
    const part = path.join(incoming, randomUUID());
    const digest = createHash('sha256');
    try {
      await pipeline(
        createReadStream(source, { highWaterMark: 1 << 20 }),
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            digest.update(chunk);
            yield chunk;
          }
        },
        createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }),
      );
      const sha256 = digest.digest('hex');
      if (!(await has(sha256))) await settle(part, sha256);
      return sha256;
    } finally {
      await rm(part, { force: true });
    }
  }

  async function get(sha256: string): Promise<Buffer> {
    const place = placeOf(sha256);
    const bytes = await readFile(place).catch(error => {
      throw error.code === 'ENOENT' ? missingBlob(sha256, place) : error;
    });
    checkHash(bytes, sha256, place);
    return bytes;
  }

  async function openStream(sha256: string): Promise<Readable> {
    const place = placeOf(sha256);
    if (!(await has(sha256))) throw missingBlob(sha256, place);
    return compose(createReadStream(place), hashCheckingStream(sha256, place));
  }

  async function* list(): AsyncGenerator<string> {
    for await (const entry of await opendir(folder, { recursive: true })) {
      if (entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name)) yield entry.name;
    }
  }

  return { put, putFile, get, open: openStream, has, list, close() {} };
}
