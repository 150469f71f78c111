import { createHash, hash } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { Blobs } from './blobs.ts';
import { changedSource, readSource } from './read-source.ts';
import { resumeDownload } from './resume-download.ts';
import { notStorage, storageError } from './storage-error.ts';
import { assertHash, checkedBytes, checkedStream, isHash, missingBlob } from './verify-hash.ts';

export type S3Settings = {
  bucket: string;
  region: string;
  endpoint?: string | undefined;
  prefix: string;
  pathStyle: boolean;
};

export type Patience = {
  /** For a connection to come about. */
  connectMs: number;
  /** Without a byte in either direction. */
  silenceMs: number;
  /** At one request; for a download, breaks in a row without a byte in between. */
  attempts: number;
};

const usual: Patience = { connectMs: 5_000, silenceMs: 60_000, attempts: 5 };
const partBytes = 16 * 1024 * 1024;

/** Blobs in S3-compatible storage. Keys come from the usual AWS environment variables. */
export function s3Blobs(settings: S3Settings, patience = usual): Blobs {
  const client = new S3Client({
    region: settings.region,
    forcePathStyle: settings.pathStyle,
    ...(settings.endpoint ? { endpoint: settings.endpoint } : {}),
    // Most servers that speak S3 do not know the newer checksum trailers; the name of a
    // blob is its checksum anyway.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: patience.attempts,
    // The client's own default is to wait for ever.
    requestHandler: { connectionTimeout: patience.connectMs, socketTimeout: patience.silenceMs },
  });
  const keyOf = (sha256: string) => {
    assertHash(sha256);
    return `${settings.prefix}${sha256.slice(0, 2)}/${sha256}`;
  };
  const at = (sha256: string) => ({ Bucket: settings.bucket, Key: keyOf(sha256) });
  const placeOf = (sha256: string) => `s3://${settings.bucket}/${keyOf(sha256)}`;

  let bucket: Promise<unknown> | undefined;
  /** To a HEAD, a missing bucket and a missing blob look the same. Asked once. */
  async function checkBucket(): Promise<void> {
    bucket ??= client.send(new HeadBucketCommand({ Bucket: settings.bucket }));
    await bucket.catch(error => {
      bucket = undefined;
      throw isMissing(error) ? Object.assign(error, { name: 'NoSuchBucket' }) : error;
    });
  }

  async function sizeOf(sha256: string): Promise<number | undefined> {
    const params = at(sha256);
    try {
      return (await client.send(new HeadObjectCommand(params))).ContentLength;
    } catch (error) {
      if (!isMissing(error)) throw storageError(error, settings);
    }
    await checkBucket().catch(error => {
      throw storageError(error, settings);
    });
    return undefined;
  }

  const has = async (sha256: string) => (await sizeOf(sha256)) !== undefined;

  async function upload(sha256: string, body: Uint8Array | Readable): Promise<string> {
    // An object appears whole or not at all, so S3 needs no temporary name.
    const params = { ...at(sha256), Body: body };
    const answer = await new Upload({ client, params, partSize: partBytes, queueSize: 3 }).done();
    if (!answer.ETag) throw notStorage(settings);
    return sha256;
  }

  async function put(bytes: Uint8Array): Promise<string> {
    const sha256 = hash('sha256', bytes);
    if ((await sizeOf(sha256)) === bytes.length) return sha256;
    return upload(sha256, bytes).catch(error => {
      throw storageError(error, settings);
    });
  }

  async function putFile(file: string): Promise<string> {
    const digest = createHash('sha256');
    let bytes = 0;
    for await (const chunk of readSource(file)) {
      digest.update(chunk);
      bytes += chunk.length;
    }
    const sha256 = digest.digest('hex');
    if ((await sizeOf(sha256)) === bytes) return sha256;
    // Read a second time: if it changed in between, the stream fails and nothing is stored.
    const checked = checkedBytes(readSource(file), sha256, () => changedSource(file));
    const body = Readable.from(checked, { objectMode: false });
    let ofFile: unknown;
    body.once('error', error => {
      ofFile = error;
    });
    try {
      return await upload(sha256, body);
    } catch (error) {
      throw storageError(ofFile ?? error, settings);
    } finally {
      body.destroy();
    }
  }

  async function ask(sha256: string, from: number) {
    const range = from > 0 ? { Range: `bytes=${from}-` } : {};
    try {
      return await client.send(new GetObjectCommand({ ...at(sha256), ...range }));
    } catch (error) {
      if (isMissing(error)) throw missingBlob(sha256, placeOf(sha256));
      throw storageError(error, settings);
    }
  }

  async function open(sha256: string): Promise<Readable> {
    const place = placeOf(sha256);
    const first = await ask(sha256, 0);
    async function* bytes() {
      try {
        yield* resumeDownload(first, from => ask(sha256, from), patience.attempts);
      } catch (error) {
        throw storageError(error, settings);
      }
    }
    return checkedStream(bytes(), first.Body as Readable, sha256, place);
  }

  async function get(sha256: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of await open(sha256)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  async function* list(): AsyncGenerator<string> {
    const where = { Bucket: settings.bucket, Prefix: settings.prefix };
    try {
      for await (const page of paginateListObjectsV2({ client }, where)) {
        for (const { Key } of page.Contents ?? []) {
          const name = Key?.split('/').at(-1) ?? '';
          if (isHash(name) && Key === keyOf(name)) yield name;
        }
      }
    } catch (error) {
      throw storageError(error, settings);
    }
  }

  return { put, putFile, get, open, has, list, close: () => client.destroy() };
}

function isMissing(error: unknown): error is Error {
  return error instanceof Error && ['NotFound', 'NoSuchKey'].includes(error.name);
}
