import { createHash, hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { compose, Readable } from 'node:stream';
import {
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { SpinemedError } from '../../errors/index.ts';
import type { Blobs } from './blobs.ts';
import { assertHash, checkHash, hashCheckingStream, missingBlob } from './verify-hash.ts';

export type S3Settings = {
  bucket: string;
  region: string;
  endpoint?: string | undefined;
  prefix: string;
  pathStyle: boolean;
};

const partBytes = 16 * 1024 * 1024;
const resumes = 5;

/** Blobs in S3-compatible storage. Keys come from the usual AWS environment variables. */
export function s3Blobs(settings: S3Settings): Blobs {
  const client = new S3Client({
    region: settings.region,
    forcePathStyle: settings.pathStyle,
    ...(settings.endpoint ? { endpoint: settings.endpoint } : {}),
    // Most servers that speak S3 do not know the newer checksum trailers; the name of a
    // blob is its checksum anyway.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 5,
  });
  const keyOf = (sha256: string) => {
    assertHash(sha256);
    return `${settings.prefix}${sha256.slice(0, 2)}/${sha256}`;
  };
  const at = (sha256: string) => ({ Bucket: settings.bucket, Key: keyOf(sha256) });
  const placeOf = (sha256: string) => `s3://${settings.bucket}/${keyOf(sha256)}`;

  async function has(sha256: string): Promise<boolean> {
    try {
      await client.send(new HeadObjectCommand(at(sha256)));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw storageError(error, settings);
    }
  }

  async function upload(sha256: string, body: Uint8Array | Readable): Promise<string> {
    // An object appears whole or not at all, so S3 needs no temporary name.
    const params = { ...at(sha256), Body: body };
    await new Upload({ client, params, partSize: partBytes, queueSize: 3 }).done().catch(error => {
      throw storageError(error, settings);
    });
    return sha256;
  }

  async function put(bytes: Uint8Array): Promise<string> {
    const sha256 = hash('sha256', bytes);
    return (await has(sha256)) ? sha256 : upload(sha256, bytes);
  }

  async function putFile(file: string): Promise<string> {
    const digest = createHash('sha256');
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }))
      digest.update(chunk);
    const sha256 = digest.digest('hex');
    if (await has(sha256)) return sha256;
    const { size } = await stat(file);
    // The file may have changed between the two readings; then the stream fails and nothing is stored.
    const body = createReadStream(file, { end: Math.max(0, size - 1), highWaterMark: 1 << 20 });
    return upload(sha256, compose(body, hashCheckingStream(sha256, file)));
  }

  /** Long downloads break: it goes on from the byte where it stopped. */
  async function* download(sha256: string): AsyncGenerator<Buffer> {
    let read = 0;
    for (let attempt = 0; ; attempt++) {
      try {
        const range = read > 0 ? { Range: `bytes=${read}-` } : {};
        const answer = await client.send(new GetObjectCommand({ ...at(sha256), ...range }));
        const total = read + (answer.ContentLength ?? 0);
        for await (const chunk of answer.Body as Readable) {
          read += chunk.length;
          yield chunk;
        }
        if (read >= total) return;
      } catch (error) {
        if (isMissing(error)) throw missingBlob(sha256, placeOf(sha256));
        if (attempt >= resumes) throw storageError(error, settings);
      }
    }
  }

  async function get(sha256: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of download(sha256)) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    checkHash(bytes, sha256, placeOf(sha256));
    return bytes;
  }

  async function open(sha256: string): Promise<Readable> {
    if (!(await has(sha256))) throw missingBlob(sha256, placeOf(sha256));
    return compose(Readable.from(download(sha256)), hashCheckingStream(sha256, placeOf(sha256)));
  }

  async function* list(): AsyncGenerator<string> {
    const pages = paginateListObjectsV2(
      { client },
      { Bucket: settings.bucket, Prefix: settings.prefix },
    );
    for await (const page of pages) {
      for (const { Key } of page.Contents ?? []) {
        const name = Key?.split('/').at(-1);
        if (name && /^[0-9a-f]{64}$/.test(name)) yield name;
      }
    }
  }

  return { put, putFile, get, open, has, list, close: () => client.destroy() };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && ['NotFound', 'NoSuchKey'].includes(error.name);
}

function storageError(error: unknown, settings: S3Settings): unknown {
  if (error instanceof SpinemedError) return error;
  const name = error instanceof Error ? error.name : 'Error';
  const refused = /Access|Signature|Credential|Token|NoSuchBucket|Forbidden/i.test(name);
  return new SpinemedError({
    code: refused ? 'storage-refused' : 'storage-unreachable',
    mender: refused ? 'user' : 'retry',
    message: `the blob storage answered ${name}`,
    place: `s3://${settings.bucket}${settings.endpoint ? ` at ${settings.endpoint}` : ''}`,
    hint: 'Check blobs.s3 in spinemed.yaml and AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY.',
    cause: error,
  });
}
