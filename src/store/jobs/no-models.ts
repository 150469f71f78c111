import type { Models } from '../../contracts/models/index.ts';
import { SpinemedError } from '../../errors/index.ts';

/** In the place of the door where a worker was started without one. */
export const noModels: Models = { ask: refuse, stream: refuse, embed: refuse };

async function refuse(): Promise<never> {
  throw new SpinemedError({
    code: 'worker-without-models',
    mender: 'us',
    message: 'a stage asked a model, and this worker was started without any',
  });
}
