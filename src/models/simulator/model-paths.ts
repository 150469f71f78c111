import type { Dialect } from './ask.ts';
import { anthropicMessages } from './dialects/anthropic-messages.ts';
import { openaiChat } from './dialects/openai-chat.ts';
import { openaiEmbeddings } from './dialects/openai-embeddings.ts';
import { openaiResponses } from './dialects/openai-responses.ts';

/** Where a model is asked; Google has its name in the path. */
export const modelPaths: ReadonlyMap<string, Dialect> = new Map([
  ['/chat/completions', openaiChat],
  ['/responses', openaiResponses],
  ['/embeddings', openaiEmbeddings],
  ['/messages', anthropicMessages],
]);

/** Base addresses have the version in them, or not. */
export function withoutVersion(path: string): string {
  return path.replace(/^\/v1(?:beta)?(?=\/)/, '');
}
