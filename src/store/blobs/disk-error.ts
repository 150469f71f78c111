import { nameOf, SpinemedError } from '../../errors/index.ts';

/** What passes by itself: too many open files, a network disk that hiccups. */
const passing = ['EMFILE', 'ENFILE', 'EAGAIN', 'EBUSY', 'EINTR', 'ETIMEDOUT', 'ESTALE'];

/** What the disk under the blob folder threw, as an error of ours. */
export function diskError(error: unknown, place: string): SpinemedError {
  if (error instanceof SpinemedError) return error;
  const { code } = error as { code?: unknown };
  const retry = typeof code === 'string' && passing.includes(code);
  return new SpinemedError({
    code: retry ? 'storage-unreachable' : 'storage-refused',
    mender: retry ? 'retry' : 'user',
    message: `the blob folder ${retry ? 'cannot be reached' : 'refused us'}: ${nameOf(error)}`,
    place,
    hint: 'Check that its disk is sound and has room, and that we may read and write there.',
    cause: error,
  });
}
