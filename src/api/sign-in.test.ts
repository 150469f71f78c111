import { expect, test } from 'vitest';
import { cookieOf, type ThrowawayApi, throwawayApi } from '../../tests/throwaway-api.ts';
import { addPerson } from '../store/index.ts';

const password = 'correct horse battery staple';
const newPassword = 'another horse, another staple';

async function invited({ store, api }: ThrowawayApi) {
  const person = await addPerson(store, {
    name: 'Dr Chen 陈',
    email: 'Chen@Hospital.example',
    role: 'clinician',
  });
  return { person, link: (await api.signIn.oneTimeLink(person)).url };
}

async function signIn(it: ThrowawayApi, email: string, secret: string, headers = {}) {
  return it.ask('/api/auth/sign-in/email', { json: { email, password: secret }, headers });
}

async function actions({ store }: ThrowawayApi): Promise<string[]> {
  const { rows } = await store.pool.query('select action from audit_events order by id');
  return rows.map(row => row.action);
}

test('a link signs in once, as the person it was made for', async () => {
  await using it = await throwawayApi();
  const { person, link } = await invited(it);
  const first = await it.open(link);
  expect([first.status, first.headers.get('location')]).toEqual([302, `${it.api.url}/`]);
  const me = await (await it.ask('/api/me', { cookie: cookieOf(first) })).json();
  expect(me).toEqual({ ...person, email: 'chen@hospital.example', hasPassword: false });

  const second = await it.open(link);
  expect(second.status).toBe(302);
  expect(second.headers.get('location')).toBe(`${it.api.url}/?error=INVALID_TOKEN`);
  expect(second.headers.getSetCookie()).toEqual([]);
  expect(await actions(it)).toEqual(['signed-in']);
});

test('of many who open one link at once a single one gets in', async () => {
  await using it = await throwawayApi();
  const { link } = await invited(it);
  const answers = await Promise.all(Array.from({ length: 8 }, () => it.open(link)));
  expect(answers.filter(answer => answer.headers.getSetCookie().length > 0)).toHaveLength(1);
});

test('an expired link and an invented one let nobody in', async () => {
  await using it = await throwawayApi();
  const { link } = await invited(it);
  await it.store.pool.query(`update verifications set expires_at = now() - interval '1 second'`);
  for (const dead of [link, link.replace(/token=[^&]+/, 'token=guess')]) {
    const answer = await it.open(dead);
    expect(answer.headers.get('location')).toBe(`${it.api.url}/?error=INVALID_TOKEN`);
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
});

test('a link leads to our own pages only', async () => {
  await using it = await throwawayApi();
  const { link } = await invited(it);
  const elsewhere = new URL(link);
  elsewhere.searchParams.set('callbackURL', 'https://evil.example/');
  const answer = await it.open(elsewhere.href);
  expect(answer.status).toBe(403);
  expect(answer.headers.get('location')).toBeNull();
});

test('two links for one person made at the same time both work', async () => {
  await using it = await throwawayApi();
  const { person } = await invited(it);
  const links = await Promise.all([1, 2, 3].map(() => it.api.signIn.oneTimeLink(person)));
  expect(new Set(links.map(link => link.url)).size).toBe(3);
  for (const { url } of links) expect(cookieOf(await it.open(url))).toContain('session_token');
});

test('a link that was never used is worth nothing in the database', async () => {
  await using it = await throwawayApi();
  const { link } = await invited(it);
  const token = new URL(link).searchParams.get('token')!;
  const { rows } = await it.store.pool.query('select * from verifications');
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('the session is a cookie that scripts and other sites do not get', async () => {
  await using it = await throwawayApi();
  const { link } = await invited(it);
  const [cookie] = (await it.open(link)).headers.getSetCookie();
  expect(cookie).toMatch(/^spinemed\.session_token=/);
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).toMatch(/; SameSite=Lax/);
});

test('behind HTTPS the cookie is for HTTPS alone, and links name the public address', async () => {
  await using it = await throwawayApi({ server: { publicUrl: 'https://spine.hospital.example' } });
  const { link } = await invited(it);
  expect(link).toMatch(/^https:\/\/spine\.hospital\.example\//);
  const [cookie] = (await it.open(link)).headers.getSetCookie();
  expect(cookie).toMatch(/^__Secure-.*; Secure/);
});

test('a forged or altered cookie is nobody', async () => {
  await using it = await throwawayApi();
  const { cookie } = await it.enter('admin');
  const altered = cookie.replace(/.{6}$/, 'AAAA%3D');
  const { rows } = await it.store.pool.query('select token from sessions');
  const unsigned = `spinemed.session_token=${rows[0].token}`;
  for (const forged of [altered, unsigned, 'spinemed.session_token=', 'spinemed.session_token=%00'])
    expect((await it.ask('/api/me', { cookie: forged })).status).toBe(401);
});

test('a password is set, signs in, and is changed with the old one in hand', async () => {
  await using it = await throwawayApi();
  const { person, cookie } = await it.enter('clinician');
  const set = await it.ask('/api/me/password', { cookie, json: { password } });
  expect([set.status, await set.json()]).toEqual([200, { done: true }]);

  const entered = await signIn(it, person.email.toUpperCase(), password);
  expect([entered.status, await entered.json()]).toEqual([200, { done: true }]);

  const wish = { password: newPassword, current: password };
  const changed = await it.ask('/api/me/password', { cookie, json: wish });
  expect(changed.status).toBe(200);
  // Who changed it stays signed in; whoever else was, is not.
  expect((await it.ask('/api/me', { cookie: cookieOf(changed) })).status).toBe(200);
  expect((await it.ask('/api/me', { cookie: cookieOf(entered) })).status).toBe(401);
  expect((await signIn(it, person.email, password)).status).toBe(401);
  expect((await signIn(it, person.email, newPassword)).status).toBe(200);
  expect(await actions(it)).toEqual([
    'signed-in',
    'password-set',
    'signed-in',
    'password-set',
    'sign-in-refused',
    'signed-in',
  ]);
});

test('a password is not changed without the old one, and short ones are refused', async () => {
  await using it = await throwawayApi();
  const { cookie } = await it.enter('clinician');
  await it.ask('/api/me/password', { cookie, json: { password } });
  for (const current of [undefined, '', 'not the one at all']) {
    const answer = await it.ask('/api/me/password', {
      cookie,
      json: { password: newPassword, current },
    });
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { code: 'password-wrong', message: 'the current password is not right' },
    ]);
  }
  const short = await it.ask('/api/me/password', {
    cookie,
    json: { password: 'short', current: password },
  });
  expect(await short.json()).toMatchObject({ code: 'request-invalid', place: 'password' });
});

test('a stolen session does not help to guess the password', async () => {
  await using it = await throwawayApi();
  const { cookie } = await it.enter('clinician');
  await it.ask('/api/me/password', { cookie, json: { password } });
  const guess = () =>
    it.ask('/api/me/password', { cookie, json: { password: newPassword, current: 'a guess' } });
  for (let attempt = 0; attempt < 5; attempt++) await guess();
  const refused = await guess();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('a wrong password and an unknown address are told apart by nobody', async () => {
  await using it = await throwawayApi();
  const { person, cookie } = await it.enter('clinician');
  await it.ask('/api/me/password', { cookie, json: { password } });
  const wrong = await signIn(it, person.email, 'not the one at all');
  const unknown = await signIn(it, 'nobody@hospital.example', 'not the one at all');
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  const body = await wrong.json();
  expect(body.code).toBe('invalid-email-or-password');
  expect(await unknown.json()).toEqual(body);
});

test('attempts are counted by who really asks, whatever the headers and the spelling say', async () => {
  await using it = await throwawayApi();
  const attempt = (n: number, path = '/api/auth/sign-in/email') =>
    it.ask(path, {
      json: { email: 'a@hospital.example', password: 'guess' },
      headers: {
        'x-forwarded-for': `10.0.0.${n}`,
        'x-real-ip': `10.0.1.${n}`,
        forwarded: `for=10.0.2.${n}`,
        'x-spinemed-address': `10.0.3.${n}`,
      },
    });
  const burst = await Promise.all(Array.from({ length: 12 }, (_, n) => attempt(n)));
  expect(burst.filter(answer => answer.status === 401)).toHaveLength(5);
  const refused = burst.find(answer => answer.status === 429)!;
  expect(await refused.json()).toMatchObject({
    code: 'too-many-requests',
    hint: expect.stringMatching(/^Try again in \d+ seconds\.$/),
  });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  const spellings = ['sign-in/em%61il', 'sign-in/email/', '/sign-in/email', 'sign-in//email'];
  for (const spelling of spellings)
    expect((await attempt(99, `/api/auth/${spelling}`)).status).toBe(404);
});

test('of the sign-in library only what we use is reachable', async () => {
  await using it = await throwawayApi();
  const { cookie, person } = await it.enter('admin');
  const json = { email: person.email, name: 'Eve', password, newPassword, role: 'admin' };
  const hidden: Array<[method: string, path: string]> = [
    ['POST', 'sign-in/magic-link'],
    ['POST', 'sign-in/magic-link/'],
    ['POST', 'sign-in/magic%2Dlink'],
    ['POST', 'sign-up/email'],
    ['GET', 'get-session'],
    ['GET', 'list-sessions'],
    ['POST', 'update-user'],
    ['POST', 'change-email'],
    ['POST', 'delete-user'],
    ['POST', 'change-password'],
    ['POST', 'set-password'],
    ['GET', 'error'],
  ];
  for (const [method, path] of hidden) {
    const asking = method === 'GET' ? { cookie } : { method, cookie, json };
    const answer = await it.ask(`/api/auth/${path}`, asking);
    expect([answer.status, (await answer.json()).code], path).toEqual([404, 'no-such-route']);
  }
  const { rows } = await it.store.pool.query('select count(*)::int as count from people');
  expect(rows).toEqual([{ count: 1 }]);
});

test('signing out ends the session for good', async () => {
  await using it = await throwawayApi();
  const { cookie } = await it.enter('viewer');
  const out = await it.ask('/api/auth/sign-out', { cookie, json: {} });
  expect([out.status, await out.json()]).toEqual([200, { done: true }]);
  expect((await it.ask('/api/me', { cookie })).status).toBe(401);
});
