import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { serve } from '../testing/serve.ts';
import { openConnections } from './open-connections.ts';

const post = { method: 'POST', body: 'a question', headers: { 'x-name': 'one' } };
const words = '{"words":"L4/L5 狭窄"}';

test.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
])('what comes packed as %s is unpacked, though nobody asked for it', async (encoding, pack) => {
  await using server = await serve((request, response) => {
    expect(request.headers['accept-encoding']).toBeUndefined();
    response.writeHead(200, { 'content-encoding': encoding }).end(pack(words));
  });
  const { fetch, close } = openConnections({ guard: undefined, timeoutMs: 5000 });
  const answer = await fetch(server.url, post);
  expect(await answer.text()).toBe(words);
  expect(answer.headers.get('content-encoding')).toBeNull();
  await close();
});

test('bytes and headers arrive as they were given', async () => {
  const words = '狭窄 of L4/L5. '.repeat(20_000);
  await using server = await serve(({ headers, body }, response) => {
    const { 'x-name': name, 'content-length': length } = headers;
    const said = { same: body === words, name, length };
    response.writeHead(201, { 'x-said': 'yes' }).end(JSON.stringify(said));
  });
  const { fetch, close } = openConnections({ guard: undefined, timeoutMs: 5000 });
  const answer = await fetch(server.url, { ...post, body: Buffer.from(words) });
  expect([answer.status, answer.headers.get('x-said')]).toEqual([201, 'yes']);
  expect(await answer.json()).toEqual({ same: true, name: 'one', length: '340000' });
  await close();
});

test('events are given as they come, before the answer has ended', async () => {
  let sayMore = () => {};
  await using server = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: one\n\n');
    sayMore = () => response.end('data: two\n\n');
  });
  const { fetch, close } = openConnections({ guard: undefined, timeoutMs: 5000 });
  const reader = (await fetch(server.url, post)).body!.getReader();
  const next = async () => new TextDecoder().decode((await reader.read()).value);
  expect(await next()).toBe('data: one\n\n');
  sayMore();
  expect(await next()).toBe('data: two\n\n');
  await close();
});

test('an abort ends it with its own reason, whether or not the answer has begun', async () => {
  for (const begun of [false, true]) {
    await using server = await serve((_, response) => {
      if (begun) response.writeHead(200).write('half');
    });
    const { fetch, close } = openConnections({ guard: undefined, timeoutMs: 5000 });
    const ending = new AbortController();
    const asking = fetch(server.url, { ...post, signal: ending.signal });
    setTimeout(() => ending.abort('enough'), 50);
    await expect(asking).rejects.toBe('enough');
    await close();
  }
});

test('an answer that breaks off says so as a failed fetch does', async () => {
  await using server = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('half');
    setTimeout(() => response.destroy(), 50);
  });
  const { fetch, close } = openConnections({ guard: undefined, timeoutMs: 5000 });
  const error: unknown = await fetch(server.url, post).catch(each => each);
  expect(error).toBeInstanceOf(TypeError);
  expect((error as TypeError).cause).toBeInstanceOf(Error);
  await close();
});
