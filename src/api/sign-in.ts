import { betterAuth } from 'better-auth';
import { magicLink } from 'better-auth/plugins';
import type { Person } from '../contracts/people/index.ts';
import { addAuditEvent, type Store } from '../store/index.ts';
import type { Origins } from './origins.ts';
import { sessionSecret } from './session-secret.ts';
import type { SingleSignOn } from './single-sign-on.ts';

export type OneTimeLink = { url: string; expiresAt: string };

const linkSeconds = 24 * 60 * 60;
/** Set by us from the socket, whatever the client sent under this name. */
export const addressHeader = 'x-spinemed-address';
/** Where better-auth's own routes hang; which of them answer is said in routes/sign-in.ts. */
export const authPath = '/api/auth';

/** Sessions, passwords, one-time links and single sign-on, by better-auth on our tables. */
export function createSignIn(store: Store, origins: Origins, sso?: SingleSignOn) {
  const times = { createdAt: 'created_at', updatedAt: 'updated_at' };
  const auth = betterAuth({
    baseURL: origins[0],
    basePath: authPath,
    trustedOrigins: [...origins],
    secret: sessionSecret(store.workspace.folder),
    database: store.pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    // What is not its own refusal reaches our error answers and our log.
    onAPIError: { throw: true, errorURL: '/' },
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
      // The address was given by an admin, and nothing hangs on it before its owner has come
      // in: the house's word for it is enough. The house must say that it verified it.
      accountLinking: { requireLocalEmailVerified: false },
    },
    verification: { modelName: 'verifications', fields: { expiresAt: 'expires_at', ...times } },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    databaseHooks: {
      session: {
        create: {
          async after({ userId }, context) {
            const way = wayOf(context?.path);
            if (!way) return;
            await addAuditEvent(store, {
              actor: userId,
              action: 'signed-in',
              subject: userId,
              detail: { way },
            });
          },
        },
      },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rate_limits',
      fields: { lastRequest: 'last_request' },
      window: 60,
      max: 300,
      customRules: {
        '/sign-in/email': { window: 60, max: 5 },
        '/change-password': { window: 60, max: 5 },
        '/magic-link/verify': { window: 60, max: 10 },
      },
    },
    advanced: {
      ipAddress: { ipAddressHeaders: [addressHeader] },
      cookiePrefix: 'spinemed',
      // Said, because the library leaves the check out where NODE_ENV is `test`.
      disableOriginCheck: false,
    },
    plugins: [
      magicLink({
        expiresIn: linkSeconds,
        disableSignUp: true,
        storeToken: 'hashed',
        sendMagicLink: ({ url, metadata }) => metadata?.handOver(url),
      }),
      ...(sso ? [sso] : []),
    ],
  });

  /** A link that signs a person in once, to be handed over by whoever made it. */
  async function oneTimeLink(person: Person): Promise<OneTimeLink> {
    let url = '';
    const handOver = (made: string) => {
      url = made;
    };
    await auth.api.signInMagicLink({
      body: {
        email: person.email,
        callbackURL: '/',
        errorCallbackURL: '/',
        metadata: { handOver },
      },
      headers: new Headers(),
    });
    return { url, expiresAt: new Date(Date.now() + linkSeconds * 1000).toISOString() };
  }

  /** Through the library's front door, where attempts are counted. Its answer carries the
   *  cookie of the session that takes the place of all others. */
  function changePassword(
    asked: Headers,
    body: { currentPassword: string; newPassword: string },
  ): Promise<Response> {
    const headers = new Headers({ origin: origins[0], 'content-type': 'application/json' });
    for (const name of ['cookie', 'user-agent', addressHeader]) {
      headers.set(name, asked.get(name) ?? '');
    }
    const request = new Request(`${origins[0]}${authPath}/change-password`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ ...body, revokeOtherSessions: true }),
    });
    return auth.handler(request);
  }

  return { auth, oneTimeLink, changePassword, sso: Boolean(sso) };
}

export type SignIn = ReturnType<typeof createSignIn>;

/** How a new session came about; nothing where a session only took the place of an older one. */
function wayOf(path: string | undefined): string | undefined {
  if (path === '/magic-link/verify') return 'link';
  if (path === '/sign-in/email') return 'password';
  return path?.startsWith('/callback/') ? 'sso' : undefined;
}
