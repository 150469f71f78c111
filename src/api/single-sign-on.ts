import { genericOAuth } from 'better-auth/plugins';
import type { WorkspaceFile } from '../config/index.ts';
import { SpinemedError } from '../errors/index.ts';

export type SingleSignOn = ReturnType<typeof singleSignOn>;

/** Signing in by the house's own OpenID Connect server. */
export function singleSignOn(
  oidc: NonNullable<WorkspaceFile['server']['oidc']>,
  environment = process.env,
) {
  const clientSecret = environment[oidc.clientSecretEnv];
  if (!clientSecret) {
    throw new SpinemedError({
      code: 'sso-secret-missing',
      mender: 'user',
      message: 'single sign-on is configured, but its client secret is not set',
      place: oidc.clientSecretEnv,
      hint: 'Set this environment variable, or take server.oidc out of spinemed.yaml.',
    });
  }
  return genericOAuth({
    config: [
      {
        providerId: 'sso',
        discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId: oidc.clientId,
        clientSecret,
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        requireIdTokenVerification: true,
        // Who works in the house is not yet invited here.
        disableSignUp: true,
      },
    ],
  });
}
