import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openService } from './open-service.ts';
import { settingsSchema } from './settings.ts';
import { europePmcServer, type Fault } from './testing/europepmc-server.ts';
import { archiveOf, textOf } from './testing/fake-article.ts';

let servers: AsyncDisposable[] = [];
afterEach(async () => {
  for (const server of servers) await server[Symbol.asyncDispose]();
  servers = [];
});

async function open(fault?: (path: string) => Fault | undefined, more: object = {}) {
  const archive = archiveOf(1, fault ? { fault: ({ path }) => fault(path) } : {});
  const server = await europePmcServer(archive);
  servers.push(server);
  const settings = settingsSchema.parse({
    query: 'x',
    baseUrl: server.baseUrl,
    requestsPerSecond: 50,
    backoffMs: 1,
    ...more,
  });
  return { service: openService(settings, new AbortController().signal), log: server.log };
}

const text = 'PMC1/fullTextXML';

it('leaves the time between requests that it was told to', async () => {
  const { service, log } = await open(undefined, { requestsPerSecond: 10 });
  for (let at = 0; at < 4; at++) await service.read(text, 10_000);
  // On a busy machine the first may be written down late; without a pace it would be next to none.
  const spanMs = log.at(-1)!.atMs - log[0]!.atMs;
  expect(spanMs).toBeGreaterThan((log.length - 1) * 50);
});

it('comes back when it was asked to, and not before', async () => {
  let asked = 0;
  const { service, log } = await open(() =>
    asked++ === 0 ? { status: 429, headers: { 'retry-after': '1' } } : undefined,
  );
  await expect(service.read(text, 10_000)).rejects.toMatchObject({
    code: 'europepmc-busy',
    mender: 'retry',
  });
  expect(await service.read(text, 10_000)).toMatchObject({ is: 'here' });
  expect(log[1]!.atMs - log[0]!.atMs).toBeGreaterThan(950);
});

it('does not wait for hours', async () => {
  const { service } = await open(() => ({ status: 503, headers: { 'retry-after': '86400' } }));
  await expect(service.read(text, 10_000)).rejects.toMatchObject({
    code: 'europepmc-wait',
    mender: 'user',
  });
});

it('gives up after many failures in a row, also where each is a page that says it is well', async () => {
  const { service } = await open();
  for (let at = 0; at < 11; at++) {
    await service.read(text, 10_000);
    expect(service.mistrust(text).mender).toBe('retry');
  }
  await service.read(text, 10_000);
  expect(service.mistrust(text)).toMatchObject({ code: 'europepmc-down', mender: 'user' });
});

it('says nothing of what was answered', async () => {
  const { service } = await open(() => ({ status: 400, body: 'secret' }));
  const error = await service.read('search?query=name', 10_000).catch(thrown => thrown);
  expect(error).toMatchObject({ code: 'europepmc-refused', place: 'search, status 400' });
  expect(JSON.stringify(error)).not.toMatch(/secret|name=|query/);
});

describe('redirects', () => {
  const to = (location: string) => (path: string) =>
    path === text ? { status: 302, headers: { location } } : undefined;

  it('are followed on the same host', async () => {
    const { service } = await open(path =>
      path === 'old' ? { status: 301, headers: { location: `/rest/${text}` } } : undefined,
    );
    expect(await service.read('old', 10_000)).toEqual({ is: 'here', body: Buffer.from(textOf(1)) });
  });

  it('are followed to hosts that are allowed, and to no other', async () => {
    let asked = 0;
    const other = createServer((_, response) => response.end(`${++asked}`));
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
    servers.push({
      async [Symbol.asyncDispose]() {
        other.close();
      },
    });
    const host = `127.0.0.1:${(other.address() as AddressInfo).port}`;
    const closed = await open(to(`http://${host}/x`));
    await expect(closed.service.read(text, 100)).rejects.toMatchObject({
      code: 'europepmc-redirect',
    });
    expect(asked).toBe(0);
    const allowed = await open(to(`http://${host}/x`), { redirectHosts: [host] });
    expect(await allowed.service.read(text, 100)).toEqual({ is: 'here', body: Buffer.from('1') });
  });

  it.each(['', 'file:///etc/passwd', 'ftp://127.0.0.1/', `/rest/${text}`])(
    'to %j end',
    async location => {
      const { service, log } = await open(to(location));
      await expect(service.read(text, 100)).rejects.toMatchObject({ code: 'europepmc-redirect' });
      expect(log.length).toBeLessThan(8);
    },
  );
});

it('takes no more of a body than it may, stated or not', async () => {
  const { service } = await open();
  expect(await service.read(text, 100)).toEqual({ is: 'over-limit' });
  const dripping = await open(() => ({ dripMs: 1 }));
  expect(await dripping.service.read(text, 20)).toEqual({ is: 'over-limit' });
});
