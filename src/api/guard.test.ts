import { expect, test } from 'vitest';
import { throwawayApi } from '../../tests/throwaway-api.ts';
import { roles } from '../contracts/people/index.ts';

const forAll = ['/api/me', '/api/overview', '/api/steps/1/rejects'];
const forAdmins = ['/api/people', '/api/audit'];
const adminChanges: Array<[method: string, path: string, json: unknown]> = [
  ['POST', '/api/people', { name: 'Eve', email: 'eve@evil.example', role: 'admin' }],
  ['PATCH', '/api/people/ID', { role: 'admin' }],
  ['POST', '/api/people/ID/link', {}],
];

test('nobody sees anything but health, the ways in, the API’s description and the page', async () => {
  await using it = await throwawayApi();
  for (const path of [...forAll, '/api/overview/live', ...forAdmins]) {
    const answer = await it.ask(path);
    expect([answer.status, await answer.json()], path).toEqual([
      401,
      { code: 'not-signed-in', message: 'nobody is signed in' },
    ]);
  }
  for (const [method, path, json] of adminChanges)
    expect((await it.ask(path, { method, json })).status, path).toBe(401);
  const password = { password: 'correct horse battery' };
  expect((await it.ask('/api/me/password', { json: password })).status).toBe(401);
  for (const open of ['/healthz', '/api/auth-options', '/openapi.json'])
    expect((await it.ask(open)).status, open).toBe(200);
});

test('only admins see and change who may come in', async () => {
  await using it = await throwawayApi();
  for (const role of roles) {
    const { cookie, person } = await it.enter(role);
    const wanted = role === 'admin' ? 200 : 403;
    for (const path of forAll) expect((await it.ask(path, { cookie })).status, path).toBe(200);
    for (const path of forAdmins)
      expect((await it.ask(path, { cookie })).status, `${role} ${path}`).toBe(wanted);
    for (const [method, path, json] of adminChanges) {
      const answer = await it.ask(path.replace('ID', person.id), { method, json, cookie });
      expect(answer.status, `${role} ${method} ${path}`).toBe(wanted);
    }
  }
  const { rows } = await it.store.pool.query(
    `select role, count(*)::int as count from people where email like '%@hospital.example' group by role`,
  );
  expect(rows.every(row => row.count === 1)).toBe(true);
});

test('a role is asked of the database at every request', async () => {
  await using it = await throwawayApi();
  const { cookie, person } = await it.enter('admin');
  expect((await it.ask('/api/people', { cookie })).status).toBe(200);
  await it.store.pool.query(`update people set role = 'viewer' where id = $1`, [person.id]);
  expect((await it.ask('/api/people', { cookie })).status).toBe(403);
  await it.store.pool.query('delete from people where id = $1', [person.id]);
  expect((await it.ask('/api/me', { cookie })).status).toBe(401);
});

test('a session that has run out is nobody’s', async () => {
  await using it = await throwawayApi();
  const { cookie } = await it.enter('viewer');
  await it.store.pool.query(`update sessions set expires_at = now() - interval '1 second'`);
  expect((await it.ask('/api/me', { cookie })).status).toBe(401);
});
