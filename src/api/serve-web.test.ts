import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askRaw } from '../../tests/ask-raw.ts';
import { type ThrowawayApi, throwawayApi } from '../../tests/throwaway-api.ts';

const secret = 'not for the outside';
let folder: string;
let it: ThrowawayApi;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'spinemed-web-assets-'));
  const web = path.join(folder, 'dist');
  mkdirSync(path.join(web, 'assets'), { recursive: true });
  mkdirSync(path.join(folder, 'dist-too'));
  writeFileSync(path.join(web, 'index.html'), '<title>SpineMed</title>');
  writeFileSync(path.join(web, 'mark.svg'), '<svg/>');
  writeFileSync(path.join(web, 'assets', 'page-4f2a.js'), 'start()');
  writeFileSync(path.join(web, 'sources.txt'), secret);
  writeFileSync(path.join(folder, 'secret.json'), secret);
  writeFileSync(path.join(folder, 'dist-too', 'secret.json'), secret);
  it = await throwawayApi({ web });
});
afterAll(async () => {
  await it[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

test('every screen is the page, and the page is asked for anew', async () => {
  for (const screen of [
    '/',
    '/people',
    '/steps/3/rejects',
    '/sign-in?error=INVALID_TOKEN',
    '/L4%2FL5',
  ]) {
    const answer = await it.ask(screen);
    expect([answer.status, await answer.text()], screen).toEqual([200, '<title>SpineMed</title>']);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  }
});

test('files come with their type; those with a hash in their name may be kept', async () => {
  const script = await it.ask('/assets/page-4f2a.js');
  expect(await script.text()).toBe('start()');
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(script.headers.get('cache-control')).toContain('immutable');
  const mark = await it.ask('/mark.svg');
  expect(mark.headers.get('content-type')).toBe('image/svg+xml');
  expect(mark.headers.get('cache-control')).toBe('no-cache');
});

test('a script that is no longer there is missed, not answered with the page', async () => {
  const answer = await it.ask('/assets/page-old.js');
  expect([answer.status, (await answer.json()).code]).toEqual([404, 'no-such-file']);
});

test('no spelling of a path leads out of the folder', async () => {
  const spellings = [
    '/../secret.json',
    '/../../../../../../etc/passwd',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/%2e%2e%2fsecret.json',
    '/%252e%252e%252fsecret.json',
    '/..%5csecret.json',
    '/..\\secret.json',
    '/assets/../../secret.json',
    '/assets/..%2f..%2fsecret.json',
    '/assets/%2e%2e/%2e%2e/secret.json',
    '/..;/secret.json',
    '/.%00./secret.json',
    '/secret.json%00.svg',
    '/mark.svg%00',
    '/../dist-too/secret.json',
    '/%c0%ae%c0%ae/secret.json',
    '//secret.json',
    `//${folder}/secret.json`,
    `/${folder}/secret.json`,
    `file://${folder}/secret.json`,
    '/./../secret.json',
    '/%',
    '/%zz',
    '/%ff.svg',
    '/sources.txt',
    `/${'a/'.repeat(4000)}x.js`,
  ];
  for (const spelling of spellings) {
    const answer = await askRaw(it.port, spelling);
    expect(answer.body, spelling).not.toContain(secret);
    expect(answer.body, spelling).not.toContain('root:');
    expect([200, 400, 403, 404, 431], spelling).toContain(answer.status);
  }
  expect(it.defects).toEqual([]);
});

test('an unknown route of the API is missed in JSON, by every method', async () => {
  for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    for (const route of ['/api/nothing', '/api/', '/api/people/1/2/3']) {
      const answer = await it.ask(route, { method });
      const wanted = route.startsWith('/api/people/') ? [401, 404] : [404];
      expect(wanted, `${method} ${route}`).toContain(answer.status);
      expect((await answer.json()).code).toEqual(
        expect.stringMatching(/^no-such-route|not-signed-in$/),
      );
    }
  }
});

test('what is no route and no page is missed in JSON', async () => {
  const answer = await it.ask('/people', { method: 'DELETE' });
  expect([answer.status, (await answer.json()).code]).toEqual([404, 'no-such-route']);
});

test('without a built page the server says so instead of failing', async () => {
  await using bare = await throwawayApi({ web: path.join(folder, 'nothing-here') });
  const answer = await bare.ask('/');
  expect([answer.status, (await answer.json()).code]).toEqual([404, 'no-such-file']);
});
