import { createAnthropic } from '@ai-sdk/anthropic';
import { carryPictures } from './carry-pictures.ts';
import type { OpenProvider } from './open-provider.ts';
import { readKey } from './read-key.ts';
import { sdkBatches } from './sdk-batches.ts';
import { sdkProvider } from './sdk-provider.ts';

export const openAnthropic: OpenProvider = ({ model, baseUrl, keyEnv }, connect) => {
  const { fetch, close } = connect();
  const carrier = carryPictures(fetch);
  const provider = createAnthropic({
    apiKey: readKey(keyEnv ?? 'ANTHROPIC_API_KEY'),
    ...(baseUrl ? { baseURL: baseUrl } : {}),
    fetch: carrier.fetch,
  });
  return {
    ...sdkProvider(provider(model), carrier),
    batches: sdkBatches(provider.experimental_batch(), model),
    close,
  };
};
