import type { Dialect } from './ask.ts';
import type { Core } from './core.ts';
import { openaiChat } from './dialects/openai-chat.ts';
import type { Exchange } from './reply/exchange.ts';

export type ModelRoute = { dialect: Dialect; model: string | null; stream: boolean };

/** What is not a question to a model. */
export type Service = (
  exchange: Exchange,
  asked: { body: Buffer; ids: string[] },
) => void | Promise<void>;

export type Route =
  | ({ kind: 'model' } & ModelRoute)
  | { kind: 'service'; dialect: Dialect['name']; serve: Service; ids: string[] };

/** Which of them a path is; with `/v1` before it or without, as base addresses have it. */
export function createRoutes(_core: Core): (method: string, path: string) => Route | null {
  const models = new Map<string, Dialect>([['/chat/completions', openaiChat]]);
  return (method, path) => {
    const short = path.replace(/^\/v1(?:beta)?(?=\/)/, '');
    const dialect = method === 'POST' ? models.get(short) : undefined;
    if (dialect) return { kind: 'model', dialect, model: null, stream: false };
    return null;
  };
}
