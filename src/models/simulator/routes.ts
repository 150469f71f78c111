import type { Dialect } from './ask.ts';
import type { Core } from './core.ts';
import { anthropicMessages } from './dialects/anthropic-messages.ts';
import { googleContent } from './dialects/google-content.ts';
import { openaiChat } from './dialects/openai-chat.ts';
import { openaiEmbeddings } from './dialects/openai-embeddings.ts';
import { openaiResponses } from './dialects/openai-responses.ts';
import type { Route, Service } from './route.ts';
import { listModels } from './services/list-models.ts';

export const modelPaths: ReadonlyMap<string, Dialect> = new Map([
  ['/chat/completions', openaiChat],
  ['/responses', openaiResponses],
  ['/embeddings', openaiEmbeddings],
  ['/messages', anthropicMessages],
]);

const googlePath = /^\/(?:tuned)?models\/([^/:]{1,200}):(generateContent|streamGenerateContent)$/i;

/** Which of them a path is; with `/v1` before it or without, as base addresses have it. */
export function createRoutes(_core: Core): (method: string, path: string) => Route | null {
  const services: Service[] = [listModels];
  return (method, path) => {
    const short = withoutVersion(path);
    if (method === 'POST') {
      const dialect = modelPaths.get(short);
      if (dialect) return { kind: 'model', dialect, model: null, stream: false };
      const google = googlePath.exec(short);
      if (google) {
        const [, model = '', verb] = google;
        const stream = verb === 'streamGenerateContent';
        return { kind: 'model', dialect: googleContent, model: decode(model), stream };
      }
    }
    for (const service of services) {
      const found = service.method === method ? service.path.exec(short) : null;
      if (found) return { kind: 'service', service, ids: found.slice(1) };
    }
    return null;
  };
}

export function withoutVersion(path: string): string {
  return path.replace(/^\/v1(?:beta)?(?=\/)/, '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
