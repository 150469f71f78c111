import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { cookieOf, type ThrowawayApi, throwawayApi } from '../../tests/throwaway-api.ts';
import { addPerson } from '../store/index.ts';
import { singleSignOn } from './single-sign-on.ts';

const secretEnv = 'SPINEMED_TEST_SSO_SECRET';
const chen = { sub: 'u-7', email: 'chen@hospital.example', email_verified: true, name: 'Chen' };

type House = { issuer: string; claims: Record<string, unknown>; signWithWrongKey: boolean };

/** A small OpenID Connect server that gives whoever comes the claims that stand in `claims`. */
async function houseSignOn(): Promise<House> {
  const [own, other] = [1, 2].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }));
  const house: House = { issuer: '', claims: chen, signWithWrongKey: false };
  const jwk = { ...own!.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' };
  const idToken = (nonce: string) => {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const now = Math.floor(Date.now() / 1000);
    const body = { iss: house.issuer, aud: 'spinemed', iat: now, exp: now + 60, nonce };
    const text = `${part({ alg: 'RS256', kid: 'k' })}.${part({ ...body, ...house.claims })}`;
    const { privateKey } = house.signWithWrongKey ? other! : own!;
    return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`;
  };
  const server = createServer(async (request, response) => {
    let sent = '';
    for await (const chunk of request) sent += chunk;
    const form = new URLSearchParams(sent);
    const [nonce = '', challenge] = (form.get('code') ?? '').split('|');
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const answers: Record<string, () => unknown> = {
      '/.well-known/openid-configuration': () => ({
        issuer: house.issuer,
        authorization_endpoint: `${house.issuer}/authorize`,
        token_endpoint: `${house.issuer}/token`,
        jwks_uri: `${house.issuer}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      }),
      '/keys': () => ({ keys: [jwk] }),
      '/token': () =>
        proof === challenge
          ? { access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: idToken(nonce) }
          : { error: 'invalid_grant' },
    };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answers[request.url!]?.() ?? {}));
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  house.issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  return house;
}

async function withHouse(): Promise<{ it: ThrowawayApi; house: House }> {
  const house = await houseSignOn();
  process.env[secretEnv] = 'between us';
  onTestFinished(() => {
    delete process.env[secretEnv];
  });
  const oidc = { issuer: house.issuer, clientId: 'spinemed', clientSecretEnv: secretEnv };
  return { house, it: await throwawayApi({ server: { oidc } }) };
}

/** The way a browser goes: to the house and back. */
async function comeIn({ ask }: ThrowawayApi): Promise<Response> {
  const json = { provider: 'sso', callbackURL: '/', errorCallbackURL: '/' };
  const start = await ask('/api/auth/sign-in/social', { json });
  const there = new URL((await start.json()).url).searchParams;
  const code = `${there.get('nonce')}|${there.get('code_challenge')}`;
  const back = new URL(there.get('redirect_uri')!);
  back.searchParams.set('code', code);
  back.searchParams.set('state', there.get('state')!);
  return ask(back.pathname + back.search, { cookie: cookieOf(start) });
}

test('an invited person comes in by the house’s sign-on, with the role of the invitation', async () => {
  const { it: opened } = await withHouse();
  await using it = opened;
  expect(await (await it.ask('/api/auth-options')).json()).toEqual({ sso: true });
  const person = await addPerson(it.store, {
    name: 'Dr Chen',
    email: chen.email,
    role: 'clinician',
  });
  for (const time of ['first', 'second']) {
    const answer = await comeIn(it);
    expect(answer.headers.get('location'), time).toBe('/');
    const me = await it.ask('/api/me', { cookie: cookieOf(answer) });
    expect(await me.json()).toEqual({ ...person, hasPassword: false });
  }
  const { rows } = await it.store.pool.query('select action, detail from audit_events');
  expect(rows[0]).toEqual({ action: 'signed-in', detail: { way: 'sso' } });
});

test('who is not invited, not verified, or vouched for by somebody else stays outside', async () => {
  const { it: opened, house } = await withHouse();
  await using it = opened;
  await addPerson(it.store, { name: 'Dr Chen', email: chen.email, role: 'admin' });
  const tries: Array<[why: string, change: () => void]> = [
    [
      'signup_disabled',
      () => Object.assign(house, { claims: { ...chen, email: 'eve@b.example' } }),
    ],
    [
      'account_not_linked',
      () => Object.assign(house, { claims: { ...chen, email_verified: false } }),
    ],
    [
      'account_not_linked',
      () => Object.assign(house, { claims: { ...chen, email_verified: undefined } }),
    ],
    ['unable_to_get_user_info', () => Object.assign(house, { claims: { ...chen, aud: 'other' } })],
    ['unable_to_get_user_info', () => Object.assign(house, { claims: { ...chen, nonce: 'old' } })],
    [
      'unable_to_get_user_info',
      () => Object.assign(house, { claims: chen, signWithWrongKey: true }),
    ],
  ];
  for (const [why, change] of tries) {
    change();
    await it.store.pool.query('delete from rate_limits');
    const answer = await comeIn(it);
    const place = new URL(answer.headers.get('location')!, it.api.url);
    expect([place.origin, place.pathname], why).toEqual([it.api.url, '/']);
    expect(place.searchParams.get('error')).toBe(why);
    expect(cookieOf(answer)).not.toMatch(/session_token=[^;]/);
  }
  const { rows } = await it.store.pool.query('select email from people');
  expect(rows).toEqual([{ email: chen.email }]);
});

test('a house that does not answer leaves the other ways of signing in open', async () => {
  process.env[secretEnv] = 'between us';
  onTestFinished(() => {
    delete process.env[secretEnv];
  });
  const oidc = { issuer: 'http://127.0.0.1:9', clientId: 'spinemed', clientSecretEnv: secretEnv };
  await using it = await throwawayApi({ server: { oidc } });
  const { cookie } = await it.enter('viewer');
  expect((await it.ask('/api/me', { cookie })).status).toBe(200);
  const json = { provider: 'sso', callbackURL: '/' };
  expect((await it.ask('/api/auth/sign-in/social', { json })).status).toBe(404);
});

test('a client secret that is not set is said so at the start', () => {
  const oidc = { issuer: 'https://id.example', clientId: 'x', clientSecretEnv: 'HOUSE_SECRET' };
  expect(() => singleSignOn(oidc, {})).toThrow(
    expect.objectContaining({ code: 'sso-secret-missing', place: 'HOUSE_SECRET' }),
  );
});
