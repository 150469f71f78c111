import { expect, test } from 'vitest';
import { askRaw } from '../../tests/ask-raw.ts';
import { throwawayApi } from '../../tests/throwaway-api.ts';

const changes: Array<[method: string, path: string]> = [
  ['POST', '/api/people'],
  ['PATCH', '/api/people/someone'],
  ['POST', '/api/me/password'],
  ['POST', '/api/auth/sign-in/email'],
  ['POST', '/api/auth/sign-in/social'],
  ['POST', '/api/auth/sign-out'],
  ['DELETE', '/api/people/someone'],
  ['POST', '/'],
];

test('what changes something is refused to pages of other addresses, whatever the content type', async () => {
  await using it = await throwawayApi();
  const { cookie } = await it.enter('admin');
  const foreign = [
    { origin: 'https://evil.example' },
    { origin: `http://127.0.0.1:${it.port + 1}` },
    { origin: `https://127.0.0.1:${it.port}` },
    { origin: `http://127.0.0.1:${it.port}.evil.example` },
    { origin: 'null' },
    { origin: it.api.url, 'sec-fetch-site': 'cross-site' },
    { origin: it.api.url, 'sec-fetch-site': 'same-site' },
  ];
  const types = ['application/json', 'text/plain'];
  for (const [method, path] of changes) {
    for (const headers of foreign) {
      for (const type of types) {
        const body = '{"name":"Eve","email":"eve@evil.example","role":"admin"}';
        const sent = { ...headers, 'content-type': type, cookie };
        const answer = await askRaw(it.port, path, { method, headers: sent, body });
        expect([answer.status, JSON.parse(answer.body).code], `${method} ${path}`).toEqual([
          403,
          'origin-foreign',
        ]);
      }
    }
  }
  const { rows } = await it.store.pool.query('select count(*)::int as count from people');
  expect(rows).toEqual([{ count: 1 }]);
});

test('our own page may, by either of its local names, and so may a script without a page', async () => {
  await using it = await throwawayApi();
  const { cookie } = await it.enter('admin');
  const own = [
    { origin: it.api.url, 'sec-fetch-site': 'same-origin' },
    { origin: `http://localhost:${it.port}` },
    {},
  ];
  for (const [at, headers] of own.entries()) {
    const answer = await askRaw(it.port, '/api/people', {
      method: 'POST',
      headers: { ...headers, cookie, 'content-type': 'application/json' },
      body: `{"name":"Chen","email":"chen${at}@hospital.example","role":"viewer"}`,
    });
    expect(answer.status).toBe(200);
  }
});

test('a refused page is told by which address the workbench wants to be opened', async () => {
  await using it = await throwawayApi({ server: { publicUrl: 'https://spine.hospital.example' } });
  const answer = await it.ask('/api/people', { json: {}, headers: { origin: 'http://spine' } });
  expect((await answer.json()).hint).toContain('https://spine.hospital.example');
});

test('on loopback a name that somebody pointed at it is refused, before anything else', async () => {
  await using it = await throwawayApi({ server: { publicUrl: 'https://spine.hospital.example' } });
  const { cookie } = await it.enter('admin');
  const status = async (host: string, path = '/api/overview') =>
    (await askRaw(it.port, path, { headers: { host, cookie } })).status;
  for (const host of ['evil.example', `evil.example:${it.port}`, '127.0.0.1.evil.example']) {
    for (const path of ['/', '/healthz', '/openapi.json', '/api/overview', '/api/nothing'])
      expect(await status(host, path), host).toBe(403);
  }
  for (const host of [`127.0.0.1:${it.port}`, 'localhost', '[::1]', 'spine.hospital.example'])
    expect(await status(host, '/healthz'), host).toBe(200);
  for (const host of ['a b', '[::1', 'user@127.0.0.1', '127.0.0.1/x'])
    expect(await status(host, '/healthz'), host).toBeGreaterThanOrEqual(400);
});

test('page, API, refusals and errors all carry the headers that bind the browser', async () => {
  await using it = await throwawayApi();
  const { cookie } = await it.enter('viewer');
  const answers = await Promise.all([
    it.ask('/', {}),
    it.ask('/api/me', { cookie }),
    it.ask('/api/me'),
    it.ask('/api/people', { cookie }),
    it.ask('/api/nothing'),
    it.ask('/api/auth/sign-in/email', { json: {} }),
    it.ask('/api/auth/magic-link/verify?token=x&callbackURL=/'),
    it.ask('/api/people', { json: {}, headers: { origin: 'https://evil.example' } }),
  ]);
  for (const { headers, url } of answers) {
    const policy = headers.get('content-security-policy');
    expect(policy, url).toContain(`default-src 'self'`);
    expect(policy, url).toContain(`frame-ancestors 'none'`);
    expect(policy, url).not.toMatch(/script-src[^;]*unsafe|unsafe-eval|\*/);
    expect(headers.get('x-content-type-options'), url).toBe('nosniff');
    expect(headers.get('referrer-policy'), url).toBe('no-referrer');
    expect(headers.get('x-powered-by'), url).toBeNull();
    expect(headers.get('access-control-allow-origin'), url).toBeNull();
    if (url.includes('/api/')) expect(headers.get('cache-control'), url).toBe('no-store');
  }
});

test('a body beyond 1 MiB is refused, also when its length is not said', async () => {
  await using it = await throwawayApi();
  const body = JSON.stringify({ email: 'a@b.example', password: 'x'.repeat(1024 * 1024) });
  const lengths: Array<Record<string, string>> = [
    { 'content-length': String(Buffer.byteLength(body)) },
    { 'transfer-encoding': 'chunked' },
  ];
  for (const length of lengths) {
    const answer = await askRaw(it.port, '/api/auth/sign-in/email', {
      method: 'POST',
      headers: { ...length, 'content-type': 'application/json', origin: it.api.url },
      body,
    });
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([413, 'request-too-large']);
  }
});
