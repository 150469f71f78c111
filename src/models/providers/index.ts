import type { ModelSpec } from '../model-spec.ts';
import type { OpenProvider } from './open-provider.ts';

/** Every provider, loaded when it is first used: a command pays for those that it needs.
 *  The offline engine is none of them, since it is given inputs and not prompts. */
export const providers: Record<
  Exclude<ModelSpec['provider'], 'offline'>,
  () => Promise<OpenProvider>
> = {
  openai: async () => (await import('./open-openai.ts')).openOpenAI,
  anthropic: async () => (await import('./open-anthropic.ts')).openAnthropic,
  google: async () => (await import('./open-google.ts')).openGoogle,
  'openai-compatible': async () =>
    (await import('./open-openai-compatible.ts')).openOpenAICompatible,
  local: async () => (await import('./open-local.ts')).openLocal,
};
