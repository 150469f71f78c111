import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { throwawayApi } from '../../tests/throwaway-api.ts';
import { throwawayStore } from '../../tests/throwaway-store.ts';
import { startApi } from './start-api.ts';

test('a port that is taken is said so, with what to do', async () => {
  await using opened = await throwawayStore();
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => other.once('listening', resolve));
  onTestFinished(() => void other.close());
  const { port } = other.address() as { port: number };
  const start = startApi(opened.store, { host: '127.0.0.1', port, logDefect() {} });
  await expect(start).rejects.toMatchObject({
    code: 'port-in-use',
    mender: 'user',
    place: `127.0.0.1:${port}`,
    hint: expect.stringContaining('--port'),
  });
});

test('an address that is not this machine’s is said so', async () => {
  await using opened = await throwawayStore();
  const start = startApi(opened.store, { host: '203.0.113.7', port: 0, logDefect() {} });
  await expect(start).rejects.toMatchObject({ code: 'cannot-listen', mender: 'user' });
});

test('a start that fails after listening does not keep the port', async () => {
  await using opened = await throwawayStore();
  const { port } = await freePort();
  const options = { host: '127.0.0.1', port, logDefect() {} };
  process.env.SPINEMED_SESSION_SECRET = 'short';
  onTestFinished(() => {
    delete process.env.SPINEMED_SESSION_SECRET;
  });
  await expect(startApi(opened.store, options)).rejects.toMatchObject({
    code: 'session-secret-short',
  });
  delete process.env.SPINEMED_SESSION_SECRET;
  await (await startApi(opened.store, options)).close();
});

test('a defect of ours is logged and told without message, statement or stack', async () => {
  await using it = await throwawayApi();
  const { cookie, person } = await it.enter('admin');
  await it.store.pool.query('alter table rejects rename column reason to reason_secretly');
  await it.store.pool.query('alter table accounts rename to accounts_secretly');
  const password = { password: 'correct horse battery' };
  const answers = [
    await it.ask('/api/steps/1/rejects', { cookie }),
    await it.ask('/api/me', { cookie }),
    await it.ask('/api/me/password', { cookie, json: password }),
    await it.ask('/api/auth/sign-in/email', { json: { email: person.email, ...password } }),
  ];
  for (const answer of answers) {
    const text = await answer.text();
    expect([answer.status, JSON.parse(text).code], answer.url).toEqual([500, 'defect']);
    expect(text).not.toMatch(/secretly|rejects|select|relation|column|\.ts|\.js| at /i);
  }
  expect(it.defects).toHaveLength(answers.length);
});

test('asked to end, it lets an answer that is on its way arrive', async () => {
  await using it = await throwawayApi();
  const { cookie } = await it.enter('viewer');
  const blocker = await it.store.pool.connect();
  await blocker.query('begin; lock table sources');
  const answer = it.ask('/api/overview', { cookie });
  await new Promise(resolve => setTimeout(resolve, 200));
  const closed = it.api.close();
  await blocker.query('commit');
  blocker.release();
  expect((await answer).status).toBe(200);
  await closed;
});

const operationSchema = z.strictObject({
  summary: z.string().min(5),
  parameters: z
    .array(
      z.looseObject({ name: z.string(), in: z.enum(['path', 'query']), schema: z.looseObject({}) }),
    )
    .optional(),
  requestBody: z
    .looseObject({
      required: z.literal(true),
      content: z.strictObject({ 'application/json': z.looseObject({ schema: z.looseObject({}) }) }),
    })
    .optional(),
  responses: z.record(
    z.string().regex(/^[2-5]\d\d$/),
    z.strictObject({
      description: z.string().min(3),
      content: z.record(z.string(), z.looseObject({ schema: z.looseObject({}) })).optional(),
    }),
  ),
});
const documentSchema = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({ title: z.string(), version: z.string() }),
  components: z.looseObject({}).optional(),
  paths: z.record(
    z.string().startsWith('/'),
    z.partialRecord(z.enum(['get', 'post', 'patch']), operationSchema),
  ),
  webhooks: z.looseObject({}).optional(),
});

test('openapi.json describes every route, with the schemas of what goes in and out', async () => {
  await using it = await throwawayApi();
  const document = documentSchema.parse(await (await it.ask('/openapi.json')).json());
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation: operation! })),
  );
  expect(routes.map(({ path, method }) => `${method} ${path}`).sort()).toEqual([
    'get /api/audit',
    'get /api/auth-options',
    'get /api/auth/callback/sso',
    'get /api/auth/magic-link/verify',
    'get /api/me',
    'get /api/overview',
    'get /api/overview/live',
    'get /api/people',
    'get /api/steps/{step}/rejects',
    'get /healthz',
    'patch /api/people/{id}',
    'post /api/auth/sign-in/email',
    'post /api/auth/sign-in/social',
    'post /api/auth/sign-out',
    'post /api/me/password',
    'post /api/people',
    'post /api/people/{id}/link',
  ]);
  for (const { path, operation } of routes) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1]);
    const declared = (operation.parameters ?? []).filter(one => one.in === 'path');
    expect(declared.map(one => one.name)).toEqual(named);
    expect(
      Object.keys(operation.responses).some(status => /^[23]/.test(status)),
      path,
    ).toBe(true);
  }
  expect(JSON.stringify(document)).not.toContain('"$ref"');
});

function freePort(): Promise<{ port: number }> {
  return new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve({ port }));
    });
  });
}
