import { createHash, hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { SpinemedError } from '../../errors/index.ts';

export function missingBlob(sha256: string, place: string): SpinemedError {
  return new SpinemedError({
    code: 'blob-missing',
    mender: 'user',
    message: `blob ${sha256} is not there`,
    place,
    hint: 'Restore it from a backup, or collect its source again; `./spinemed verify` lists all that is off.',
  });
}

function damagedBlob(sha256: string, place: string): SpinemedError {
  return new SpinemedError({
    code: 'blob-damaged',
    mender: 'user',
    message: `blob ${sha256} does not hold what its name says`,
    place,
    hint: 'The disk or the storage changed it: restore it from a backup, or remove it and collect its source again.',
  });
}

export function checkHash(bytes: Uint8Array, sha256: string, place: string): void {
  if (hash('sha256', bytes) !== sha256) throw damagedBlob(sha256, place);
}

/** Passes bytes through and fails at their end if their hash is not the one promised. */
export async function* checkedBytes(
  bytes: AsyncIterable<Buffer>,
  sha256: string,
  mismatch: () => SpinemedError,
): AsyncGenerator<Buffer> {
  const digest = createHash('sha256');
  for await (const chunk of bytes) {
    digest.update(chunk);
    yield chunk;
  }
  if (digest.digest('hex') !== sha256) throw mismatch();
}

/** The bytes of a blob as a stream that fails at its end when they are not what its name says.
 *  Closing it, even before the first read, closes the source. Not `compose`: that turns an
 *  early close into an error that nobody handles. */
export function checkedStream(
  bytes: AsyncIterable<Buffer>,
  source: Readable,
  sha256: string,
  place: string,
): Readable {
  const checked = checkedBytes(bytes, sha256, () => damagedBlob(sha256, place));
  return Readable.from(checked, { objectMode: false }).once('close', () => source.destroy());
}

const shape = /^[0-9a-f]{64}$/;

export function isHash(name: string): boolean {
  return shape.test(name);
}

/** Names come from rows and addresses: only a hash may become part of a path. */
export function assertHash(sha256: string): void {
  if (isHash(sha256)) return;
  throw new SpinemedError({
    code: 'blob-name-invalid',
    mender: 'us',
    message: 'a blob is named by 64 lower-case hexadecimal digits',
  });
}
