import { hash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type S3Server, s3Server } from '../../../tests/s3-server.ts';
import { openWorkspace } from '../../config/index.ts';
import type { Blobs } from './blobs.ts';
import { openBlobs } from './index.ts';

const kinds = ['a folder', 'S3'] as const;

describe.each(kinds)('blobs in %s', kind => {
  let scratch: string;
  let server: S3Server | undefined;
  let blobs: Blobs;

  beforeAll(async () => {
    scratch = mkdtempSync(path.join(tmpdir(), 'spinemed-blobs-'));
    if (kind === 'S3') server = await s3Server();
    vi.stubEnv('AWS_ACCESS_KEY_ID', server?.credentials.accessKeyId);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', server?.credentials.secretAccessKey);
    const place = server
      ? `{ s3: { bucket: ${server.bucket}, endpoint: "${server.endpoint}", prefix: some/where/, pathStyle: true } }`
      : '{ folder: blobs }';
    file('spinemed.yaml', Buffer.from(`name: test\nblobs: ${place}\n`));
    blobs = await openBlobs(openWorkspace(scratch, {}));
  });

  afterAll(async () => {
    blobs.close();
    vi.unstubAllEnvs();
    await server?.[Symbol.asyncDispose]();
    rmSync(scratch, { recursive: true, force: true });
  });

  const listed = async () => (await Array.fromAsync(blobs.list())).sort();
  const file = (name: string, bytes: Uint8Array) => {
    writeFileSync(path.join(scratch, name), bytes);
    return path.join(scratch, name);
  };

  it('gives back what was put, by its sha256', async () => {
    const bytes = randomBytes(10_000);
    const sha256 = await blobs.put(bytes);
    expect(sha256).toBe(hash('sha256', bytes));
    expect(await blobs.get(sha256)).toEqual(bytes);
    expect(await buffer(await blobs.open(sha256))).toEqual(bytes);
    expect(await blobs.has(sha256)).toBe(true);
  });

  it.each([0, 1, 65_535, 65_536, 16 * 1024 * 1024, 16 * 1024 * 1024 + 1])(
    'keeps %i bytes, whichever way they come',
    async size => {
      const bytes = randomBytes(size);
      const sha256 = await blobs.putFile(file('sized', bytes));
      expect(sha256).toBe(hash('sha256', bytes));
      expect((await blobs.get(sha256)).equals(bytes)).toBe(true);
      const other = randomBytes(size);
      expect((await blobs.get(await blobs.put(other))).equals(other)).toBe(true);
    },
  );

  it('keeps the same bytes once, also when many put them at the same time', async () => {
    const bytes = randomBytes(5000);
    const before = await listed();
    const source = file('same', bytes);
    const names = await Promise.all(
      Array.from({ length: 12 }, (_, i) => (i % 2 ? blobs.put(bytes) : blobs.putFile(source))),
    );
    expect(new Set(names)).toEqual(new Set([hash('sha256', bytes)]));
    expect(await listed()).toEqual([...before, names[0]].sort());
    expect(await blobs.get(names[0]!)).toEqual(bytes);
  });

  it('says which blob is missing', async () => {
    const sha256 = 'ab'.repeat(32);
    const missing = {
      code: 'blob-missing',
      mender: 'user',
      place: expect.stringContaining(sha256),
    };
    expect(await blobs.has(sha256)).toBe(false);
    await expect(blobs.get(sha256)).rejects.toMatchObject(missing);
    await expect(blobs.open(sha256)).rejects.toMatchObject(missing);
  });

  it.each([
    '../../../etc/passwd',
    `../${'a'.repeat(61)}`,
    `${'a'.repeat(63)}/`,
    `/${'a'.repeat(63)}`,
    'A'.repeat(64),
    `${'a'.repeat(64)}\n`,
    `${'a'.repeat(63)}\0`,
    'a'.repeat(65),
    '',
  ])('takes %j for no name of a blob', async name => {
    const invalid = expect.objectContaining({ code: 'blob-name-invalid', mender: 'us' });
    await expect(blobs.get(name)).rejects.toEqual(invalid);
    await expect(blobs.open(name)).rejects.toEqual(invalid);
    await expect(blobs.has(name)).rejects.toEqual(invalid);
  });

  it.each([
    ['missing', 'nothing'],
    ['a folder', '.'],
  ])('says of a file that is %s that the file is at fault', async (_, name) => {
    const place = path.join(scratch, name);
    await expect(blobs.putFile(place)).rejects.toMatchObject({ code: 'file-unreadable', place });
  });

  it('lets go of a stream that is closed early or never read', async () => {
    const bytes = randomBytes(3_000_000);
    const sha256 = await blobs.put(bytes);
    const before = openFiles();
    for (let i = 0; i < 80; i++) {
      const stream = await blobs.open(sha256);
      if (i % 2) stream.destroy();
      else for await (const _ of stream) break;
    }
    await expect.poll(openFiles).toBeLessThan(before + 20);
    expect((await blobs.get(sha256)).equals(bytes)).toBe(true);
  });

  // Part of the S3 server lives in this process too, and holds three parts of 16 MB.
  it('holds little of a large file in memory', async () => {
    const large = file('large', Buffer.alloc(0));
    truncateSync(large, 150_000_000);
    const whole = await peakBytes(() => blobs.putFile(large));
    expect(whole.peak).toBeLessThan(125_000_000);
    const read = await peakBytes(async () => {
      let bytes = 0;
      for await (const chunk of await blobs.open(whole.result)) bytes += chunk.length;
      return bytes;
    });
    expect(read.result).toBe(150_000_000);
    expect(read.peak).toBeLessThan(125_000_000);
  });
});

function openFiles(): number {
  return process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0;
}

/** The most memory in use outside the heap, where file contents lie, above what there was
 *  before. What only waits to be collected is not in use; collecting takes long, so it is
 *  done only where there is something to suspect. */
async function peakBytes<T>(work: () => Promise<T>): Promise<{ result: T; peak: number }> {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  const held = () => process.memoryUsage().arrayBuffers;
  collectGarbage();
  const start = held();
  let peak = 0;
  const timer = setInterval(() => {
    if (held() - start > Math.max(peak, 50_000_000)) collectGarbage();
    peak = Math.max(peak, held() - start);
  }, 20);
  const result = await work().finally(() => clearInterval(timer));
  return { result, peak };
}
