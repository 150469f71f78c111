import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { carryPictures } from './carry-pictures.ts';
import type { OpenProvider } from './open-provider.ts';
import { readKey } from './read-key.ts';
import { sdkProvider } from './sdk-provider.ts';

/** vLLM, SGLang, LMDeploy, Ollama, llama.cpp and whoever else speaks like them. */
export const openOpenAICompatible: OpenProvider = ({ model, baseUrl, keyEnv }, connect) => {
  const { fetch, close } = connect();
  const carrier = carryPictures(fetch);
  const provider = createOpenAICompatible({
    name: 'server',
    baseURL: baseUrl!,
    ...(keyEnv ? { apiKey: readKey(keyEnv) } : {}),
    supportsStructuredOutputs: true,
    includeUsage: true,
    fetch: carrier.fetch,
  });
  return { ...sdkProvider(provider(model), carrier), close };
};
