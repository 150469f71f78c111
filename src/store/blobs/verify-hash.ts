import { createHash, hash } from 'node:crypto';
import { Transform } from 'node:stream';
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

export function damagedBlob(sha256: string, place: string): SpinemedError {
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

/** Passes a stream through and fails it at its end if the hash is not the one promised. */
export function hashCheckingStream(sha256: string, place: string): Transform {
  const digest = createHash('sha256');
  return new Transform({
    transform(chunk, _encoding, done) {
      digest.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(digest.digest('hex') === sha256 ? null : damagedBlob(sha256, place));
    },
  });
}

const shape = /^[0-9a-f]{64}$/;

/** Names come from rows and addresses: only a hash may become part of a path. */
export function assertHash(sha256: string): void {
  if (shape.test(sha256)) return;
  throw new SpinemedError({
    code: 'blob-name-invalid',
    mender: 'us',
    message: 'a blob is named by 64 lower-case hexadecimal digits',
  });
}
