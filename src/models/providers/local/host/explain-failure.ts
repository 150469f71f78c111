import { ModelFileNotFoundError } from '@huggingface/transformers';
import { nameOf, SpinemedError } from '../../../../errors/index.ts';
import { missingModel } from '../missing-model.ts';
import type { Failure } from '../protocol.ts';

export function asFailure(error: unknown): Failure {
  const { code, mender, message, place, hint } =
    error instanceof SpinemedError ? error : runFailed(error);
  return {
    failure: { code, mender, message, ...(place && { place }), ...(hint && { hint }) },
  };
}

/** What went wrong while loading: no prompt or picture has come near it, so its words may be
 *  passed on. */
export function loadFailed(error: unknown, model: string): SpinemedError {
  if (error instanceof SpinemedError) return error;
  const words = error instanceof Error ? error.message : '';
  if (error instanceof ModelFileNotFoundError) {
    const file = /"([^"]+)"/.exec(words)?.[1];
    return missingModel(model, file?.startsWith(model) ? file.slice(model.length + 1) : file);
  }
  return new SpinemedError({
    code: 'local-model-unusable',
    mender: 'user',
    message: 'the local model could not be loaded',
    place: model,
    hint: `The runtime says: ${words.slice(0, 300)}`,
  });
}

/** The runtime's own words may quote what it was given. */
function runFailed(error: unknown): SpinemedError {
  return new SpinemedError({
    code: 'local-model-failed',
    mender: 'us',
    message: `the local model failed with ${nameOf(error)}`,
    hint: 'Its files may not fit each other, or the version of the runtime.',
  });
}
