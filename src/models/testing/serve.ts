import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Served = {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
};

export type Server = {
  url: string;
  /** Requests that came, whole. */
  served: Served[];
  /** Sockets that were opened, whatever came over them. */
  connections(): number;
} & AsyncDisposable;

/** A server of a test's own, for what no provider would do: redirects, wrong places. */
export async function serve(
  answer: (request: Served, response: ServerResponse) => void,
  host = '127.0.0.1',
): Promise<Server> {
  const served: Served[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const whole = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
      served.push(whole);
      answer(whole, response);
    });
  });
  server.on('connection', () => {
    connections++;
  });
  await new Promise<void>(resolve => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}/v1`,
    served,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

/** A whole answer in the shape of OpenAI's chat completions. */
export function sayCompletion(response: ServerResponse, content: string): void {
  const body = JSON.stringify({
    id: 'one',
    object: 'chat.completion',
    created: 1,
    model: 'test',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
  });
  response.writeHead(200, { 'content-type': 'application/json' }).end(body);
}
