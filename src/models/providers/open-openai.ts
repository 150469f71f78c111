import { createOpenAI } from '@ai-sdk/openai';
import { carryPictures } from './carry-pictures.ts';
import type { OpenProvider } from './open-provider.ts';
import { readKey } from './read-key.ts';
import { sdkBatches } from './sdk-batches.ts';
import { sdkProvider } from './sdk-provider.ts';

/** OpenAI keeps answers for a month unless it is told not to. */
const options = { openai: { store: false } };

export const openOpenAI: OpenProvider = ({ model, baseUrl, keyEnv }, connect) => {
  const { fetch, close } = connect();
  const carrier = carryPictures(fetch);
  const provider = createOpenAI({
    apiKey: readKey(keyEnv ?? 'OPENAI_API_KEY'),
    ...(baseUrl ? { baseURL: baseUrl } : {}),
    fetch: carrier.fetch,
  });
  return {
    ...sdkProvider(provider(model), carrier, options),
    batches: sdkBatches(provider.experimental_batch(), model, options),
    close,
  };
};
