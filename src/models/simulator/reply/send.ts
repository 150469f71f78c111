import type { OutgoingHttpHeaders } from 'node:http';
import type { Outcome } from '../ledger/entry.ts';
import type { Exchange } from './exchange.ts';
import { wait } from './wait.ts';

export type Payload = {
  status: number;
  type: string;
  text: string;
  headers?: OutgoingHttpHeaders;
};

export type About = { outcome: Outcome; outputTokens?: number };

/** A whole answer with its honest length. */
export function send(exchange: Exchange, payload: Payload, about: About): void {
  if (exchange.left()) return;
  const { response } = exchange;
  response.writeHead(payload.status, headersOf(payload));
  exchange.end({ ...about, status: payload.status });
  response.end(payload.text);
}

export function json(status: number, value: unknown, headers?: OutgoingHttpHeaders): Payload {
  const text = JSON.stringify(value);
  return { status, type: 'application/json', text, ...(headers ? { headers } : {}) };
}

/** Events in the pace of the words; all at once where there is none. */
export async function stream(
  exchange: Exchange,
  frames: string[],
  lastsMs: number,
  about: About,
): Promise<void> {
  const { response } = exchange;
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  if (lastsMs > 0) {
    const start = performance.now();
    for (const [index, one] of frames.slice(0, -1).entries()) {
      response.write(one);
      // Against the clock, or the delays of many small timers add up.
      const due = start + (lastsMs * (index + 1)) / frames.length;
      if (!(await wait(exchange, due - performance.now()))) return;
    }
  }
  if (exchange.left()) return;
  exchange.end({ ...about, status: 200 });
  response.end(lastsMs > 0 ? frames.at(-1) : frames.join(''));
}

export function headersOf({ type, text, headers }: Payload): OutgoingHttpHeaders {
  return { 'content-type': type, 'content-length': Buffer.byteLength(text), ...headers };
}
