import { createHash, hash, randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Blobs } from './blobs.ts';
import { diskError } from './disk-error.ts';
import { readSource } from './read-source.ts';
import { assertHash, checkedStream, checkHash, isHash, missingBlob } from './verify-hash.ts';

/** Blobs in a folder: `ab/abcdef…`, written under another name, synced, then renamed, so
 *  that a blob with a right name is always whole. */
export function folderBlobs(folder: string): Blobs {
  const incoming = path.join(folder, 'incoming');
  try {
    mkdirSync(incoming, { recursive: true, mode: 0o700 });
    removeLeftovers(incoming);
  } catch (error) {
    throw diskError(error, folder);
  }
  const placeOf = (sha256: string) => {
    assertHash(sha256);
    return path.join(folder, sha256.slice(0, 2), sha256);
  };

  async function sizeOf(sha256: string): Promise<number | undefined> {
    const place = placeOf(sha256);
    try {
      const found = await stat(place);
      return found.isFile() ? found.size : undefined;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw diskError(error, place);
    }
  }

  const has = async (sha256: string) => (await sizeOf(sha256)) !== undefined;

  /** Writes aside with `write`, which says the hash; then gives the blob its name. */
  async function store(write: (part: string) => Promise<string>): Promise<string> {
    const part = path.join(incoming, randomUUID());
    try {
      const sha256 = await write(part);
      // One that a sick disk cut short is replaced.
      if ((await sizeOf(sha256)) === (await stat(part)).size) return sha256;
      const place = placeOf(sha256);
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      await rename(part, place);
      return sha256;
    } catch (error) {
      throw diskError(error, folder);
    } finally {
      // After a failure its cause is what counts, not that this fails too.
      await rm(part, { force: true }).catch(() => {});
    }
  }

  async function put(bytes: Uint8Array): Promise<string> {
    const sha256 = hash('sha256', bytes);
    if ((await sizeOf(sha256)) === bytes.length) return sha256;
    return store(async part => {
      const file = await open(part, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.datasync();
      } finally {
        await file.close();
      }
      return sha256;
    });
  }

  function putFile(source: string): Promise<string> {
    return store(async part => {
      const digest = createHash('sha256');
      async function* hashed() {
        for await (const chunk of readSource(source)) {
          digest.update(chunk);
          yield chunk;
        }
      }
      const target = createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true });
      await pipeline(hashed, target);
      return digest.digest('hex');
    });
  }

  async function get(sha256: string): Promise<Buffer> {
    const place = placeOf(sha256);
    const bytes = await readFile(place).catch(error => {
      throw isMissing(error) ? missingBlob(sha256, place) : diskError(error, place);
    });
    checkHash(bytes, sha256, place);
    return bytes;
  }

  async function openStream(sha256: string): Promise<Readable> {
    const place = placeOf(sha256);
    const file = await open(place).catch(error => {
      throw isMissing(error) ? missingBlob(sha256, place) : diskError(error, place);
    });
    const source = file.createReadStream({ highWaterMark: 1 << 18 });
    async function* bytes() {
      try {
        yield* source;
      } catch (error) {
        throw diskError(error, place);
      }
    }
    return checkedStream(bytes(), source, sha256, place);
  }

  async function* list(): AsyncGenerator<string> {
    try {
      for await (const shard of await opendir(folder)) {
        if (!/^[0-9a-f]{2}$/.test(shard.name) || shard.isFile()) continue;
        for await (const { name } of await opendir(path.join(folder, shard.name))) {
          if (isHash(name) && name.startsWith(shard.name)) yield name;
        }
      }
    } catch (error) {
      throw diskError(error, folder);
    }
  }

  return { put, putFile, get, open: openStream, has, list, close() {} };
}

function isMissing(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'ENOENT';
}

const dayMs = 24 * 3600 * 1000;

/** What killed processes left half written. Others may be writing just now: only what nobody
 *  has touched for a day goes. */
function removeLeftovers(incoming: string): void {
  for (const name of readdirSync(incoming)) {
    const part = path.join(incoming, name);
    const found = statSync(part, { throwIfNoEntry: false });
    if (found && Date.now() - found.mtimeMs > dayMs) rmSync(part, { force: true });
  }
}
