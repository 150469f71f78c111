import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { request } from './request.ts';

const schema = z.object({ count: z.int() });
let origin = '';

const server = createServer(async (asked, answer) => {
  let body = '';
  for await (const chunk of asked) body += chunk;
  if (asked.url === '/cut') return asked.socket.destroy();
  const said = {
    '/good': [200, '{"count":3}'],
    '/other': [200, '{"count":"three"}'],
    '/broken': [200, '<html>'],
    '/refused': [403, '{"code":"not-allowed","message":"no"}'],
    '/echo': [200, JSON.stringify({ count: body.length, type: asked.headers['content-type'] })],
  }[asked.url ?? ''] as [number, string];
  answer.writeHead(said[0]).end(said[1]);
});

beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test('an answer of the right shape comes back parsed', async () => {
  expect(await request(schema, `${origin}/good`)).toEqual({ count: 3 });
});

test('a body goes out as JSON and says so', async () => {
  const echo = z.object({ count: z.int(), type: z.string() });
  const asked = { method: 'POST', body: { a: 1 } } as const;
  expect(await request(echo, `${origin}/echo`, asked)).toEqual({
    count: 7,
    type: 'application/json',
  });
});

test.each([
  ['/other', 200, 'unexpected-answer'],
  ['/broken', 200, 'unexpected-answer'],
  ['/refused', 403, 'not-allowed'],
  ['/cut', 0, 'unreachable'],
])('what %s answers is an error with a status and a code', async (path, status, code) => {
  await expect(request(schema, origin + path)).rejects.toMatchObject({ status, code });
});

test('a question that was withdrawn is not an unreachable server', async () => {
  const gone = AbortSignal.abort();
  await expect(request(schema, `${origin}/good`, { signal: gone })).rejects.toHaveProperty(
    'name',
    'AbortError',
  );
});
