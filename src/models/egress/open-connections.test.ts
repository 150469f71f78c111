import { gzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { sayCompletion, serve } from '../testing/serve.ts';
import { AddressRefused } from './address-refused.ts';
import { onsiteAddresses } from './onsite-addresses.ts';
import { openConnections } from './open-connections.ts';

afterEach(() => vi.unstubAllEnvs());

/** Stands for the house: this address is inside, and the rest of loopback is not. */
const house = (address: string) => address === '127.0.0.2';
const post = { method: 'POST', body: 'a patient’s words' };

async function causesOf(failing: Promise<unknown>): Promise<unknown[]> {
  const found: unknown[] = [];
  for (
    let error: unknown = await failing.catch(each => each);
    error instanceof Error;
    error = error.cause
  )
    found.push(error);
  return found;
}

test('what is inside is reached', async () => {
  await using server = await serve((_, response) => sayCompletion(response, 'yes'), '127.0.0.2');
  const { fetch, close } = openConnections({ guard: house, timeoutMs: 5000 });
  expect((await fetch(server.url, post)).status).toBe(200);
  await close();
});

test.each(['127.0.0.1', 'localhost'])(
  'a name or address that leads elsewhere gets a socket and not a byte: %s',
  async host => {
    await using server = await serve((_, response) => sayCompletion(response, 'stolen'));
    const { fetch, close } = openConnections({ guard: house, timeoutMs: 5000 });
    const url = server.url.replace('127.0.0.1', host);
    const causes = await causesOf(fetch(url, post));
    expect(causes.some(cause => cause instanceof AddressRefused)).toBe(true);
    expect(server.served).toEqual([]);
    await close();
  },
);

test('a redirect is an answer and is not followed, guarded or not', async () => {
  await using elsewhere = await serve((_, response) => sayCompletion(response, 'stolen'));
  for (const guard of [onsiteAddresses([]), undefined]) {
    for (const status of [301, 302, 303, 307, 308]) {
      await using server = await serve((_, response) => {
        response.writeHead(status, { location: `${elsewhere.url}/chat/completions` }).end();
      });
      const { fetch, close } = openConnections({ guard, timeoutMs: 5000 });
      expect((await fetch(server.url, post)).status).toBe(status);
      await close();
    }
  }
  expect(elsewhere.connections()).toBe(0);
});

test('no proxy of the environment comes between us and the house', async () => {
  await using proxy = await serve((_, response) => sayCompletion(response, 'stolen'));
  for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY'])
    vi.stubEnv(name, proxy.url.replace('/v1', ''));
  await using server = await serve((_, response) => sayCompletion(response, 'yes'), '127.0.0.2');
  const { fetch, close } = openConnections({ guard: house, timeoutMs: 5000 });
  expect((await fetch(server.url, post)).status).toBe(200);
  expect(proxy.connections()).toBe(0);
  await close();
});

test('an answer that unpacks to more than anybody says is broken off', async () => {
  const packed = gzipSync(Buffer.alloc(300 * 1024 * 1024));
  await using server = await serve((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
  });
  const { fetch, close } = openConnections({ guard: undefined, timeoutMs: 20_000 });
  const causes = await causesOf(fetch(server.url, post).then(answer => answer.arrayBuffer()));
  expect(causes.map(cause => (cause as { code?: string }).code)).toContain('answer-too-large');
  await close();
});

test('a server that says nothing is given up', async () => {
  await using server = await serve(() => {});
  const { fetch, close } = openConnections({ guard: undefined, timeoutMs: 200 });
  const causes = await causesOf(fetch(server.url, post));
  expect(causes.map(cause => (cause as { code?: string }).code)).toContain(
    'UND_ERR_HEADERS_TIMEOUT',
  );
  await close();
});
