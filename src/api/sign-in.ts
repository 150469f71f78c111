import { betterAuth } from 'better-auth';
import { genericOAuth, magicLink } from 'better-auth/plugins';
import type { Person } from '../contracts/people/index.ts';
import type { Store } from '../store/index.ts';
import { sessionSecret } from './session-secret.ts';

export type OneTimeLink = { url: string; expiresAt: string };

const linkSeconds = 24 * 60 * 60;
/** Set by us from the socket, whatever the client sent under this name. */
export const addressHeader = 'x-spinemed-address';

/** Sessions, passwords, one-time links and single sign-on, by better-auth on our tables. */
export function createSignIn(store: Store, origins: readonly [string, ...string[]]) {
  const { oidc } = store.workspace.settings.server;
  const waiting = new Map<string, (url: string) => void>();
  const times = { createdAt: 'created_at', updatedAt: 'updated_at' };
  const auth = betterAuth({
    baseURL: origins[0],
    basePath: '/api/auth',
    trustedOrigins: [...origins],
    secret: sessionSecret(store.workspace.folder),
    database: store.pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    user: {
      modelName: 'people',
      fields: { emailVerified: 'email_verified', ...times },
      additionalFields: { role: { type: 'string', defaultValue: 'viewer', input: false } },
    },
    session: {
      modelName: 'sessions',
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...times,
      },
    },
    account: {
      modelName: 'accounts',
      fields: {
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...times,
      },
    },
    verification: { modelName: 'verifications', fields: { expiresAt: 'expires_at', ...times } },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rate_limits',
      fields: { lastRequest: 'last_request' },
      window: 60,
      max: 300,
      customRules: {
        '/sign-in/email': { window: 60, max: 5 },
        '/magic-link/verify': { window: 60, max: 10 },
      },
    },
    advanced: { ipAddress: { ipAddressHeaders: [addressHeader] }, cookiePrefix: 'spinemed' },
    // Links are made on this side only; nobody can have one sent.
    disabledPaths: ['/sign-in/magic-link'],
    plugins: [
      magicLink({
        expiresIn: linkSeconds,
        disableSignUp: true,
        storeToken: 'hashed',
        sendMagicLink({ email, url }) {
          waiting.get(email)?.(url);
        },
      }),
      ...(oidc
        ? [
            genericOAuth({
              config: [
                {
                  providerId: 'sso',
                  discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
                  clientId: oidc.clientId,
                  clientSecret: process.env[oidc.clientSecretEnv] ?? '',
                  scopes: ['openid', 'email', 'profile'],
                  pkce: true,
                },
              ],
            }),
          ]
        : []),
    ],
  });

  /** A link that signs a person in once, to be handed over by whoever made it. */
  async function oneTimeLink(person: Person): Promise<OneTimeLink> {
    const { promise, resolve } = Promise.withResolvers<string>();
    waiting.set(person.email, resolve);
    try {
      await auth.api.signInMagicLink({
        body: { email: person.email, callbackURL: '/', errorCallbackURL: '/' },
        headers: new Headers({ origin: origins[0] }),
      });
      const expiresAt = new Date(Date.now() + linkSeconds * 1000).toISOString();
      return { url: await promise, expiresAt };
    } finally {
      waiting.delete(person.email);
    }
  }

  return { auth, oneTimeLink, sso: Boolean(oidc) };
}

export type SignIn = ReturnType<typeof createSignIn>;
