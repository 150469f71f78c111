import { createOpenAI } from '@ai-sdk/openai';
import type { OpenProvider } from './open-provider.ts';
import { readKey } from './read-key.ts';
import { sdkBatches } from './sdk-batches.ts';
import { sdkProvider } from './sdk-provider.ts';

/** OpenAI keeps answers for a month unless it is told not to. */
const options = { openai: { store: false } };

export const openOpenAI: OpenProvider = ({ model, baseUrl, keyEnv }, connect) => {
  const { fetch, close } = connect();
  const provider = createOpenAI({
    apiKey: readKey(keyEnv ?? 'OPENAI_API_KEY'),
    ...(baseUrl ? { baseURL: baseUrl } : {}),
    fetch,
  });
  return {
    ...sdkProvider(provider(model), options),
    batches: sdkBatches(provider.experimental_batch(), model, options),
    close,
  };
};
