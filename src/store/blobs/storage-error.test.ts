import { expect, it } from 'vitest';
import { SpinemedError } from '../../errors/index.ts';
import { storageError } from './storage-error.ts';

const settings = { bucket: 'spine', endpoint: 'https://s3.example', pathStyle: false };

function thrown(name: string, details: { status?: number; code?: string } = {}): Error {
  const error = Object.assign(new Error('secret things'), {
    name,
    $metadata: { httpStatusCode: details.status },
  });
  return details.code ? Object.assign(error, { code: details.code }) : error;
}

it.each([
  ['PermanentRedirect', 301],
  ['AuthorizationHeaderMalformed', 400],
  ['InvalidBucketName', 400],
  ['ExpiredToken', 400],
  ['AccessDenied', 403],
  ['RequestTimeTooSkewed', 403],
  ['NoSuchBucket', 404],
  ['MethodNotAllowed', 405],
  ['NotImplemented', 501],
])('%s (%i) is for the user to mend', (name, status) => {
  const error = storageError(thrown(name, { status }), settings);
  expect(error).toMatchObject({ code: 'storage-refused', mender: 'user' });
  expect(error.message).toContain(name);
});

it.each(['SELF_SIGNED_CERT_IN_CHAIN', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
  'a certificate that does not hold (%s) is for the user to mend',
  code => {
    expect(storageError(thrown('Error', { code }), settings).mender).toBe('user');
  },
);

it.each([
  ['RequestTimeout', 400],
  ['BadDigest', 400],
  ['NoSuchUpload', 404],
  ['OperationAborted', 409],
  ['TooManyRequests', 429],
  ['InternalError', 500],
  ['SlowDown', 503],
  ['InsufficientStorage', 507],
])('%s (%i) may be mended by a retry', (name, status) => {
  expect(storageError(thrown(name, { status }), settings)).toMatchObject({
    code: 'storage-unreachable',
    mender: 'retry',
  });
});

it.each(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN'])(
  'a network that fails (%s) may be mended by a retry',
  code => {
    expect(storageError(thrown('Error', { code }), settings)).toMatchObject({
      mender: 'retry',
      message: `the blob storage cannot be reached: ${code}`,
    });
  },
);

it('says what to do about a host name that the bucket was put into', () => {
  const notFound = thrown('Error', { code: 'ENOTFOUND' });
  expect(storageError(notFound, settings).hint).toContain('pathStyle: true');
  expect(storageError(notFound, { ...settings, pathStyle: true }).hint).not.toContain('pathStyle');
});

it('names the status where the answer to a HEAD names nothing', () => {
  expect(storageError(thrown('Unknown', { status: 403 }), settings).message).toContain('HTTP 403');
});

it('repeats no message of a stranger, and leaves our own errors as they are', () => {
  const error = storageError(thrown('AccessDenied', { status: 403 }), settings);
  expect(`${error.message} ${error.hint} ${error.place}`).not.toContain('secret things');
  const own = new SpinemedError({ code: 'own', mender: 'us', message: 'own' });
  expect(storageError(own, settings)).toBe(own);
});
