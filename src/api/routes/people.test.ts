import { expect, test } from 'vitest';
import { cookieOf, throwawayApi } from '../../../tests/throwaway-api.ts';

const chen = { name: 'Dr Chen 陈', email: 'Chen@Hospital.example', role: 'clinician' };

test('an invited person comes in with the link and stands in the list', async () => {
  await using it = await throwawayApi();
  const { cookie, person: admin } = await it.enter('admin');
  const answer = await it.ask('/api/people', { cookie, json: chen });
  const { person, link } = await answer.json();
  expect(person).toMatchObject({ ...chen, email: 'chen@hospital.example' });
  expect(Date.parse(link.expiresAt)).toBeGreaterThan(Date.now() + 23 * 3600_000);
  const own = cookieOf(await it.open(link.url));
  expect(await (await it.ask('/api/me', { cookie: own })).json()).toMatchObject(person);
  const { people } = await (await it.ask('/api/people', { cookie })).json();
  expect(people.map((one: { id: string }) => one.id)).toEqual([admin.id, person.id]);
});

test('nobody is invited twice, however the address is written', async () => {
  await using it = await throwawayApi();
  const { cookie } = await it.enter('admin');
  await it.ask('/api/people', { cookie, json: chen });
  for (const email of [chen.email, chen.email.toLowerCase(), chen.email.toUpperCase()]) {
    const again = await it.ask('/api/people', { cookie, json: { ...chen, email } });
    expect([again.status, (await again.json()).code]).toEqual([400, 'person-exists']);
  }
});

test('an invitation that is not one is refused with the place that is wrong', async () => {
  await using it = await throwawayApi();
  const { cookie } = await it.enter('admin');
  const wrong: Array<[place: string | undefined, body: unknown]> = [
    ['email', { ...chen, email: 'chen' }],
    ['email', { name: 'Chen', role: 'viewer' }],
    ['role', { ...chen, role: 'root' }],
    ['name', { ...chen, name: '   ' }],
    ['name', { ...chen, name: 'x'.repeat(201) }],
    ['name', { ...chen, name: { $ne: 1 } }],
    [undefined, [chen]],
    [undefined, null],
    [undefined, 'chen'],
    ['name', { ...chen, name: 'Chen\0' }],
    ['email', { ...chen, email: `${'c'.repeat(300)}@hospital.example` }],
  ];
  for (const [place, json] of wrong) {
    const answer = await it.ask('/api/people', { cookie, json });
    const body = await answer.json();
    expect([answer.status, body.code, body.place]).toEqual([400, 'request-invalid', place]);
    expect(body.message).toEqual(expect.any(String));
  }
  expect(it.defects).toEqual([]);
});

test('a body that is no JSON, or does not say that it is, is refused as such', async () => {
  await using it = await throwawayApi();
  const { cookie } = await it.enter('admin');
  const bodies: Array<[type: string | undefined, body: string | undefined]> = [
    [undefined, undefined],
    [undefined, JSON.stringify(chen)],
    ['application/json', '{"name":'],
    ['application/json', ''],
    ['text/plain', JSON.stringify(chen)],
    ['application/x-www-form-urlencoded', 'name=Chen&email=chen@b.example&role=admin'],
    ['application/octet-stream', JSON.stringify(chen)],
  ];
  for (const [type, body] of bodies) {
    const answer = await fetch(`${it.api.url}/api/people`, {
      method: 'POST',
      headers: { cookie, ...(type ? { 'content-type': type } : {}) },
      ...(body === undefined ? {} : { body: new TextEncoder().encode(body) }),
    });
    expect((await answer.json()).code, `${type} ${body}`).toBe('request-invalid');
    expect([400, 415]).toContain(answer.status);
  }
  const { rows } = await it.store.pool.query('select count(*)::int as count from people');
  expect(rows).toEqual([{ count: 1 }]);
  expect(it.defects).toEqual([]);
});

test('a role is changed; the last admin keeps it', async () => {
  await using it = await throwawayApi();
  const { cookie, person: admin } = await it.enter('admin');
  const { person: other } = await it.enter('viewer');
  const change = async (id: string, role: string) => {
    const answer = await it.ask(`/api/people/${id}`, { method: 'PATCH', cookie, json: { role } });
    return [answer.status, (await answer.json()).code];
  };
  expect(await change(admin.id, 'viewer')).toEqual([400, 'role-unchanged']);
  expect(await change(other.id, 'admin')).toEqual([200, undefined]);
  expect(await change(admin.id, 'viewer')).toEqual([200, undefined]);
  expect(await change(other.id, 'viewer')).toEqual([403, 'not-allowed']);
});

test('two admins who demote each other at once leave one', async () => {
  await using it = await throwawayApi();
  for (let round = 0; round < 5; round++) {
    await it.store.pool.query('delete from people');
    const [a, b] = [await it.enter('admin'), await it.enter('admin')];
    const demote = (by: typeof a, whom: typeof a) =>
      it.ask(`/api/people/${whom.person.id}`, {
        method: 'PATCH',
        cookie: by.cookie,
        json: { role: 'viewer' },
      });
    await Promise.all([demote(a, b), demote(b, a)]);
    const { rows } = await it.store.pool.query(`select id from people where role = 'admin'`);
    expect(rows).toHaveLength(1);
    await it.store.pool.query('delete from rate_limits');
  }
});

test('whoever is not there gets neither role nor link', async () => {
  await using it = await throwawayApi();
  const { cookie } = await it.enter('admin');
  for (const id of ['nobody', '%00', '..%2f..', "' or 1=1 --", '%F0%9F%A6%B4']) {
    const link = await it.ask(`/api/people/${id}/link`, { cookie, json: {} });
    expect([link.status, (await link.json()).code], id).toEqual([404, 'no-such-person']);
    const role = { method: 'PATCH', cookie, json: { role: 'admin' } };
    expect((await it.ask(`/api/people/${id}`, role)).status, id).toBe(404);
  }
});

test('a new link comes in beside the old one and is written down', async () => {
  await using it = await throwawayApi();
  const { cookie, person: admin } = await it.enter('admin');
  const { person } = await (await it.ask('/api/people', { cookie, json: chen })).json();
  const link = await (await it.ask(`/api/people/${person.id}/link`, { cookie, json: {} })).json();
  expect(cookieOf(await it.open(link.url))).toContain('session_token');
  await it.ask(`/api/people/${person.id}`, { method: 'PATCH', cookie, json: { role: 'admin' } });
  const { events, next } = await (await it.ask('/api/audit', { cookie })).json();
  expect(next).toBeNull();
  expect(events.map((e: Record<string, string>) => [e.action, e.actor, e.subject])).toEqual([
    ['role-changed', admin.id, person.id],
    ['signed-in', person.id, person.id],
    ['link-made', admin.id, person.id],
    ['person-invited', admin.id, person.id],
    ['signed-in', admin.id, admin.id],
  ]);
});

test('the audit log is read by key, newest first, and every event once', async () => {
  await using it = await throwawayApi();
  const { cookie } = await it.enter('admin');
  await it.store.pool.query(
    `insert into audit_events (actor, action) select 'test', 'a' || n from generate_series(1, 249) n`,
  );
  const seen: number[] = [];
  let next: number | null = null;
  do {
    const query: string = next === null ? '' : `?before=${next}`;
    const page = await (await it.ask(`/api/audit${query}`, { cookie })).json();
    seen.push(...page.events.map((event: { id: number }) => event.id));
    next = page.next;
  } while (next !== null);
  expect(seen).toHaveLength(250);
  expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a));
  for (const before of ['0', '-1', 'x', '1.5', '99999999999999999999'])
    expect((await it.ask(`/api/audit?before=${before}`, { cookie })).status, before).toBe(400);
});
