import { anthropicBatches } from './batches/anthropic-batches.ts';
import { openaiBatches } from './batches/openai-batches.ts';
import { createFiles } from './batches/openai-files.ts';
import type { Core } from './core.ts';
import { googleContent } from './dialects/google-content.ts';
import { modelPaths, withoutVersion } from './model-paths.ts';
import type { Route, Service } from './route.ts';
import { listModels } from './services/list-models.ts';

const googlePath = /^\/(?:tuned)?models\/([^/:]{1,200}):(generateContent|streamGenerateContent)$/i;

/** What a path is for; null where it is for nothing. */
export function createRoutes(core: Core): (method: string, path: string) => Route | null {
  const files = createFiles();
  const services: Service[] = [
    listModels,
    ...files.services,
    ...openaiBatches(core, files),
    ...anthropicBatches(core),
  ];
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

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
