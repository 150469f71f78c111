import type { Dialect } from './ask.ts';
import type { Exchange } from './reply/exchange.ts';

export type ModelRoute = { dialect: Dialect; model: string | null; stream: boolean };

/** What is not a question to a model. */
export type Service = {
  method: 'GET' | 'POST' | 'DELETE';
  /** Without the leading `/v1`; its groups are the ids. */
  path: RegExp;
  dialect: Dialect['name'];
  serve(exchange: Exchange, asked: { body: Buffer; ids: string[] }): void | Promise<void>;
};

export type Route =
  | ({ kind: 'model' } & ModelRoute)
  | { kind: 'service'; service: Service; ids: string[] };
