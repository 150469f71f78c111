import { hash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Fault, type S3Server, s3Server, uploadsOf } from '../../../tests/s3-server.ts';
import type { Blobs } from './blobs.ts';
import { type Patience, type S3Settings, s3Blobs } from './s3-blobs.ts';

let server: S3Server;
let scratch: string;
let blobs: Blobs;
const opened: Blobs[] = [];
const small = Buffer.from('hello');
const large = randomBytes(18_000_000);

beforeAll(async () => {
  server = await s3Server();
  scratch = mkdtempSync(path.join(tmpdir(), 'spinemed-s3-test-'));
});

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', server.credentials.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', server.credentials.secretAccessKey);
  // Where there are no keys the client would look for this machine's own in its cloud.
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  blobs = open();
  server.requests.length = 0;
});

afterEach(() => {
  server.fault = undefined;
  for (const each of opened.splice(0)) each.close();
  vi.unstubAllEnvs();
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  rmSync(scratch, { recursive: true, force: true });
});

function open(settings: Partial<S3Settings> = {}, patience?: Patience): Blobs {
  const store = s3Blobs(
    {
      bucket: server.bucket,
      endpoint: server.endpoint,
      region: 'us-east-1',
      prefix: '',
      pathStyle: true,
      ...settings,
    },
    patience,
  );
  opened.push(store);
  return store;
}

/** Loses its patience soon, so that tests end. */
const impatient = { connectMs: 1000, silenceMs: 300, attempts: 3 };

const everything: Array<[string, (store: Blobs) => Promise<unknown>]> = [
  ['put', store => store.put(randomBytes(8))],
  ['putFile', store => store.putFile(fileOf(randomBytes(8)))],
  ['get', store => store.get(hash('sha256', small))],
  ['open', async store => buffer(await store.open(hash('sha256', small)))],
  ['has', store => store.has(hash('sha256', small))],
  ['list', store => Array.fromAsync(store.list())],
];

function fileOf(bytes: Uint8Array): string {
  const file = path.join(scratch, 'source');
  writeFileSync(file, bytes);
  return file;
}

const methods = () => server.requests.map(({ method }) => method).join(' ');

describe('uploads', () => {
  it('go in one piece while they are small, and only if they are not there', async () => {
    await blobs.put(small);
    expect(methods()).toBe('HEAD HEAD PUT');
    await blobs.put(small);
    await blobs.putFile(fileOf(small));
    expect(methods()).toBe('HEAD HEAD PUT HEAD HEAD');
  });

  it('go in parts when they are large, each part signed with its own hash', async () => {
    const sha256 = await blobs.putFile(fileOf(large));
    const parts = server.requests.filter(({ url }) => url.includes('partNumber='));
    expect(new Set(parts.map(({ bytes }) => bytes))).toEqual(new Set([16_777_216, 1_222_784]));
    expect((await blobs.get(sha256)).equals(large)).toBe(true);
  });

  it('are tried again when the storage is busy or the connection drops', async () => {
    const faults: Fault[] = [
      { status: 503, code: 'SlowDown' },
      { status: 500, code: 'InternalError' },
    ];
    server.fault = ({ method }) => (method === 'PUT' ? faults.pop() : undefined);
    const bytes = randomBytes(1000);
    expect(await blobs.get(await blobs.put(bytes))).toEqual(bytes);
    expect(faults).toEqual([]);
  });

  it.each([
    ['small', 1000],
    ['large', 18_000_000],
  ])('store nothing of a %s file that changes meanwhile', async (_, size) => {
    const file = fileOf(randomBytes(size));
    // The question whether it is there comes between the two readings of the file.
    server.fault = ({ method }) => {
      if (method === 'HEAD') writeFileSync(file, randomBytes(size));
      return undefined;
    };
    const before = await Array.fromAsync(blobs.list());
    await expect(blobs.putFile(file)).rejects.toMatchObject({
      code: 'file-changed',
      mender: 'retry',
      place: file,
    });
    expect(await Array.fromAsync(blobs.list())).toEqual(before);
    expect(partsLeft()).toEqual([]);
  });

  it('say why they failed, also where the storage does not let us clear up', async () => {
    const file = fileOf(randomBytes(18_000_000));
    server.fault = ({ method }) => {
      if (method === 'HEAD') writeFileSync(file, randomBytes(18_000_000));
      return method === 'DELETE' ? { status: 403, code: 'AccessDenied' } : undefined;
    };
    await expect(blobs.putFile(file)).rejects.toMatchObject({ code: 'file-changed' });
    rmSync(uploadsOf(server), { recursive: true });
  });

  it('replace what is too short to be whole', async () => {
    const sha256 = await blobs.put(small);
    writeFileSync(objectFile(sha256), 'hel');
    await blobs.put(small);
    expect(await blobs.get(sha256)).toEqual(small);
  });

  it('are not taken for done where a page answers in place of the storage', async () => {
    server.fault = () => ({ page: '<!doctype html><title>Console</title>' });
    await expect(blobs.put(randomBytes(9))).rejects.toMatchObject({
      code: 'storage-refused',
      mender: 'user',
      message: expect.stringContaining('not S3'),
    });
  });

  it('leave no parts behind when the storage refuses one', async () => {
    server.fault = ({ url }) =>
      url.includes('partNumber=2') ? { status: 403, code: 'AccessDenied' } : undefined;
    await expect(blobs.put(randomBytes(18_000_000))).rejects.toMatchObject({
      code: 'storage-refused',
      mender: 'user',
      message: expect.stringContaining('AccessDenied'),
    });
    expect(partsLeft()).toEqual([]);
  });
});

/** Where s3rver keeps a blob. */
function objectFile(sha256: string): string {
  return path.join(server.folder, sha256.slice(0, 2), `${sha256}._S3rver_object`);
}

function partsLeft(): string[] {
  return existsSync(uploadsOf(server)) ? readdirSync(uploadsOf(server)) : [];
}

describe('downloads', () => {
  let sha256: string;
  beforeEach(async () => {
    sha256 = await blobs.put(large);
    server.requests.length = 0;
  });
  const ranges = () => server.requests.map(({ range }) => Number(/\d+/.exec(range ?? '0')));

  it('go on from where the connection dropped', async () => {
    let drops = 0;
    server.fault = () => (drops++ < 8 ? { dropAfterBytes: 2_000_000 } : undefined);
    expect((await blobs.get(sha256)).equals(large)).toBe(true);
    const asked = ranges();
    expect(asked).toHaveLength(9);
    expect(asked).toEqual([...new Set(asked)].sort((a, b) => a - b));
    expect(asked.at(-1)).toBeGreaterThan(5_000_000);
  });

  it('survive a server that begins at the beginning again', async () => {
    server.fault = ({ range }) => (range ? { ignoreRange: true } : { dropAfterBytes: 3_000_000 });
    expect((await buffer(await blobs.open(sha256))).equals(large)).toBe(true);
    expect(server.requests).toHaveLength(2);
  });

  it('give up where not a byte comes any more', async () => {
    server.fault = ({ range }) => ({ dropAfterBytes: range ? 0 : 1_000_000 });
    await expect(open({}, impatient).get(sha256)).rejects.toMatchObject({
      code: 'storage-unreachable',
      mender: 'retry',
    });
    expect(server.requests).toHaveLength(1 + impatient.attempts);
  });

  it('say so when the blob is gone half way', async () => {
    server.fault = ({ range }) =>
      range ? { status: 404, code: 'NoSuchKey' } : { dropAfterBytes: 1_000_000 };
    await expect(blobs.get(sha256)).rejects.toMatchObject({ code: 'blob-missing' });
  });

  it('notice what the storage changed', async () => {
    const name = await blobs.put(Buffer.from('to be damaged'));
    writeFileSync(objectFile(name), 'to be DAMAGED');
    const damaged = { code: 'blob-damaged', place: `s3://spine/${name.slice(0, 2)}/${name}` };
    await expect(blobs.get(name)).rejects.toMatchObject(damaged);
    await expect(blobs.open(name).then(buffer)).rejects.toMatchObject(damaged);
  });
});

describe('the list', () => {
  it('goes over many pages, and over blobs of this store only', async () => {
    const store = open({ prefix: 'many/' });
    const names = Array.from({ length: 2100 }, (_, i) => hash('sha256', `${i}`)).sort();
    for (const name of names) {
      const folder = path.join(server.folder, 'many', name.slice(0, 2));
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, `${name}._S3rver_object`), '');
      writeFileSync(
        path.join(folder, `${name}._S3rver_object.md5`),
        'd41d8cd98f00b204e9800998ecf8427e',
      );
    }
    const stray = path.join(server.folder, 'many', 'backup', 'ab');
    mkdirSync(stray, { recursive: true });
    writeFileSync(path.join(stray, `${names[0]}._S3rver_object`), '');
    writeFileSync(path.join(server.folder, 'many', 'notes.txt._S3rver_object'), '');
    expect((await Array.fromAsync(store.list())).sort()).toEqual(names);
    expect(server.requests).toHaveLength(3);
    expect(await Array.fromAsync(open({ prefix: 'other/' }).list())).toEqual([]);
  });
});

describe.each(everything)('%s', (_, work) => {
  const refusal = (message: string) => ({
    code: 'storage-refused',
    mender: 'user',
    message: expect.stringMatching(message),
  });

  it.each([
    ['a wrong secret', 'AWS_SECRET_ACCESS_KEY', 'wrong', 'SignatureDoesNotMatch|HTTP 403'],
    ['an unknown key', 'AWS_ACCESS_KEY_ID', 'wrong', 'InvalidAccessKeyId|HTTP 403'],
    ['no keys at all', 'AWS_SECRET_ACCESS_KEY', undefined, 'CredentialsProviderError'],
  ])('with %s is refused at once', async (__, variable, value, says) => {
    vi.stubEnv(variable, value);
    const started = performance.now();
    await expect(work(open())).rejects.toMatchObject(refusal(says));
    expect(performance.now() - started).toBeLessThan(5000);
    expect(server.requests.length).toBeLessThanOrEqual(1);
  });

  it('without its bucket is refused at once', async () => {
    await expect(work(open({ bucket: 'nobody' }))).rejects.toMatchObject({
      ...refusal('NoSuchBucket'),
      hint: expect.stringContaining('Make the bucket'),
      place: expect.stringContaining('s3://nobody at http://127.0.0.1'),
    });
  });
});

describe('whatever is asked', () => {
  const failures = async (store: Blobs) => {
    const started = performance.now();
    const settled = await Promise.allSettled(everything.map(([, work]) => work(store)));
    expect(performance.now() - started).toBeLessThan(15_000);
    return settled.map(each => (each.status === 'rejected' ? each.reason : each.value));
  };
  const unreachable = (why: string) =>
    everything.map(() =>
      expect.objectContaining({
        code: 'storage-unreachable',
        mender: 'retry',
        message: expect.stringContaining(why),
      }),
    );

  it('a server that is not there is told after a while', async () => {
    const store = open({ endpoint: 'http://127.0.0.1:1' });
    expect(await failures(store)).toEqual(unreachable('ECONNREFUSED'));
  });

  it('a server that does not answer is not waited for for ever', async () => {
    server.fault = () => ({ hang: true });
    expect(await failures(open({}, impatient))).toEqual(unreachable('TimeoutError'));
  });
});

it('does not wait for ever for the rest of a download', async () => {
  const sha256 = await blobs.put(large);
  server.fault = ({ range }) => (range ? { hang: true } : { dropAfterBytes: 1_000_000 });
  await expect(open({}, impatient).get(sha256)).rejects.toMatchObject({
    code: 'storage-unreachable',
  });
});
