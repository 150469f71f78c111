import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Ledger } from './create-ledger.ts';

const pageLength = 10_000;

/** `GET /ledger`, `GET /ledger.jsonl`, `DELETE /ledger`: not themselves in the ledger. False
 *  where the request is for something else. */
export function serveLedger(
  request: IncomingMessage,
  response: ServerResponse,
  ledger: Ledger & { forget(): void },
): boolean {
  const { method, url = '' } = request;
  if (!url.startsWith('/ledger')) return false;
  const { pathname, searchParams } = new URL(url, 'http://simulator');
  if (pathname === '/ledger' && method === 'DELETE') {
    ledger.forget();
    response.writeHead(204).end();
  } else if (pathname === '/ledger' && method === 'GET') {
    const limit = readNumber(searchParams.get('limit')) || pageLength;
    sendJson(response, ledger.page(readNumber(searchParams.get('since')), limit));
  } else if (pathname === '/ledger.jsonl' && method === 'GET') {
    void streamLines(response, ledger, readNumber(searchParams.get('since')));
  } else return false;
  return true;
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

async function streamLines(response: ServerResponse, ledger: Ledger, since: number) {
  response.writeHead(200, { 'content-type': 'application/jsonl' });
  for (let from: number | null = since; from !== null && !response.closed; ) {
    const { requests, next } = ledger.page(from, 1000);
    const lines = requests.map(entry => `${JSON.stringify(entry)}\n`).join('');
    // The reader's pace, and other requests in between.
    if (!response.write(lines))
      await new Promise<void>(resolve => {
        response.once('drain', resolve).once('close', resolve);
      });
    from = next;
  }
  response.end();
}

function readNumber(text: string | null): number {
  const value = Number(text ?? 0);
  return Number.isInteger(value) && value >= 0 ? value : 0;
}
