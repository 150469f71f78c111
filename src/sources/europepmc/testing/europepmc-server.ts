import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export type Asked = { path: string; query: URLSearchParams; agent: string; atMs: number };

/** What happens to a request instead of being answered. */
export type Fault =
  | { status: number; headers?: Record<string, string>; body?: string | Buffer }
  | { hang: true }
  | { cutAfter: number }
  | { dripMs: number };

export type FakeArchive = {
  records: unknown[];
  /** By PMCID. */
  texts: Record<string, string | Buffer>;
  archives: Record<string, Buffer>;
  hitCount?: number;
  fault?: (asked: Asked) => Fault | undefined;
};

/** A server on loopback that speaks as Europe PMC does, and keeps a log of what it was asked. */
export async function europePmcServer(archive: FakeArchive) {
  const log: Asked[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const asked: Asked = {
      path: url.pathname.replace('/rest/', ''),
      query: url.searchParams,
      agent: request.headers['user-agent'] ?? '',
      atMs: performance.now(),
    };
    log.push(asked);
    const answer = answerOf(archive, asked);
    const fault = archive.fault?.(asked);
    if (!fault) return send(response, answer.status, answer.body);
    if ('hang' in fault) return;
    if ('status' in fault) return send(response, fault.status, fault.body ?? 'no', fault.headers);
    response.writeHead(200);
    if ('cutAfter' in fault) {
      response.write(answer.body.subarray(0, fault.cutAfter), () => response.destroy());
      return;
    }
    for (const byte of answer.body) {
      if (response.destroyed) return;
      response.write(Buffer.of(byte));
      await sleep(fault.dripMs);
    }
    response.end();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/rest`,
    log,
    archive,
    /** How often what was asked for, but for the searches. */
    counts(): Record<string, number> {
      const counts: Record<string, number> = {};
      for (const { path } of log) if (path !== 'search') counts[path] = (counts[path] ?? 0) + 1;
      return counts;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

function send(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, headers).end(body);
}

function answerOf(archive: FakeArchive, { path, query }: Asked): { status: number; body: Buffer } {
  if (path === 'search')
    return { status: 200, body: Buffer.from(JSON.stringify(page(archive, query))) };
  const [, pmcid = '', what] = /^(PMC\d+)\/(fullTextXML|supplementaryFiles)$/.exec(path) ?? [];
  const body = what === 'fullTextXML' ? archive.texts[pmcid] : archive.archives[pmcid];
  if (!what || body === undefined) return { status: 404, body: Buffer.from('not found') };
  return { status: 200, body: Buffer.from(body) };
}

/** Cursors say where they go on; the last page gives its own cursor again. */
function page({ records, hitCount }: FakeArchive, query: URLSearchParams) {
  const size = Number(query.get('pageSize'));
  const cursor = query.get('cursorMark') ?? '*';
  const from = cursor === '*' ? 0 : Number(cursor.slice(3));
  const result = records.slice(from, from + size);
  const nextCursorMark = result.length === 0 ? cursor : `AoE${from + result.length}`;
  return {
    version: '6.9',
    hitCount: hitCount ?? records.length,
    nextCursorMark,
    resultList: { result },
  };
}
