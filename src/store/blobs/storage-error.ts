import { SpinemedError } from '../../errors/index.ts';

/** Answers that a later attempt can better although their status says "your fault". */
const passing = [
  'RequestTimeout',
  'NoSuchUpload',
  'OperationAborted',
  'BadDigest',
  'IncompleteBody',
  'XAmzContentSHA256Mismatch',
];

type Settings = { bucket: string; endpoint?: string | undefined; pathStyle: boolean };
type Answer = { name?: string; code?: unknown; $metadata?: { httpStatusCode?: number } };

/** What the S3 client threw, as an error of ours. Refused: the settings or the keys are
 *  wrong, and trying again will not help. Unreachable: the network or the storage failed. */
export function storageError(error: unknown, settings: Settings): SpinemedError {
  if (error instanceof SpinemedError) return error;
  const answer = error as Answer;
  const said = saidBy(answer);
  const refused = isRefusal(answer, said);
  return new SpinemedError({
    code: refused ? 'storage-refused' : 'storage-unreachable',
    mender: refused ? 'user' : 'retry',
    message: `the blob storage ${refused ? 'refused us' : 'cannot be reached'}: ${said}`,
    place: placeOf(settings),
    hint: hintFor(said, refused, settings),
    cause: error,
  });
}

/** A console or a page behind the same host says yes to everything and keeps nothing. */
export function notStorage(settings: Settings): SpinemedError {
  return new SpinemedError({
    code: 'storage-refused',
    mender: 'user',
    message: 'what answers there is not S3: it took a blob without naming its ETag',
    place: placeOf(settings),
    hint: 'Check the endpoint in blobs.s3: the port of the S3 interface is often not the one of the console.',
  });
}

function placeOf({ bucket, endpoint }: Settings): string {
  return `s3://${bucket}${endpoint ? ` at ${endpoint}` : ''}`;
}

function saidBy({ name, code, $metadata }: Answer): string {
  if (typeof code === 'string') return code;
  // A HEAD has no body that could name what is wrong.
  const unnamed = !name || /^Unknown|^Error$/.test(name);
  return unnamed && $metadata?.httpStatusCode ? `HTTP ${$metadata.httpStatusCode}` : `${name}`;
}

function isRefusal({ $metadata }: Answer, said: string): boolean {
  if (/Credential|CERT|TLS|SELF_SIGNED|Token/i.test(said)) return true;
  const status = $metadata?.httpStatusCode ?? 0;
  if (passing.includes(said) || [408, 409, 425, 429].includes(status)) return false;
  // 501: the storage lacks something that we need.
  return (status >= 300 && status < 500) || status === 501;
}

function hintFor(said: string, refused: boolean, settings: Settings): string {
  if (said === 'ENOTFOUND' && settings.endpoint && !settings.pathStyle) {
    return 'The bucket was looked for under a host name of its own: write pathStyle: true, or check the endpoint.';
  }
  if (said === 'NoSuchBucket') return 'Make the bucket, or name another in blobs.s3.';
  if (said === 'RequestTimeTooSkewed') return 'Set the clock of this machine.';
  return refused
    ? 'Check blobs.s3 in spinemed.yaml, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and the rights of that key; docs/blobs.md lists them.'
    : 'Check the endpoint in blobs.s3 and the network; the same command goes on where it stopped.';
}
