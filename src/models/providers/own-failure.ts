import { SpinemedError } from '../../errors/index.ts';
import { ProviderFailure } from './provider-failure.ts';

/** What our own models and decoders throw, by what helps against it: a picture that cannot be
 *  read is the request's fault, a child that died is tried again, the rest is thrown on. */
export function ownFailure(error: unknown): unknown {
  if (!(error instanceof SpinemedError)) return error;
  if (error.mender === 'retry') return new ProviderFailure({ kind: 'lost', code: error.code });
  const ofPicture = error.code.startsWith('picture-');
  return ofPicture ? new ProviderFailure({ kind: 'rejected', code: error.code }) : error;
}
