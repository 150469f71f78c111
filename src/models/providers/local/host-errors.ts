import { SpinemedError } from '../../../errors/index.ts';

export function hostCrashed(): SpinemedError {
  return new SpinemedError({
    code: 'local-model-crashed',
    mender: 'retry',
    message: 'the process of the local model ended in the middle of a request',
    hint: 'The next request starts it anew. If it happens often, memory may be short.',
  });
}

export function hostOverMemory(memoryMiB: number): SpinemedError {
  return new SpinemedError({
    code: 'local-model-over-memory',
    mender: 'user',
    message: `the local model took more than ${memoryMiB} MiB of memory and was stopped`,
    hint: 'Allow more, or take a smaller model or dtype.',
  });
}

export function hostTooSlow(timeoutMs: number): SpinemedError {
  return new SpinemedError({
    code: 'local-model-too-slow',
    mender: 'retry',
    message: `the local model did not answer within ${Math.ceil(timeoutMs / 1000)} s`,
    hint: 'Raise timeoutSeconds of the model if it needs longer.',
  });
}

export function modelClosed(): SpinemedError {
  return new SpinemedError({
    code: 'local-model-closed',
    mender: 'retry',
    message: 'the local model was closed before it answered',
  });
}
