import { createGoogleGenerativeAI } from '@ai-sdk/google';
import { carryPictures } from './carry-pictures.ts';
import type { OpenProvider } from './open-provider.ts';
import { readKey } from './read-key.ts';
import { sdkProvider } from './sdk-provider.ts';

export const openGoogle: OpenProvider = ({ model, baseUrl, keyEnv }, connect) => {
  const { fetch, close } = connect();
  const carrier = carryPictures(fetch);
  const provider = createGoogleGenerativeAI({
    apiKey: readKey(keyEnv ?? 'GOOGLE_GENERATIVE_AI_API_KEY'),
    ...(baseUrl ? { baseURL: baseUrl } : {}),
    fetch: carrier.fetch,
  });
  return { ...sdkProvider(provider(model), carrier), close };
};
