import type { WorkspaceFile } from '../config/index.ts';
import { SpinemedError } from '../errors/index.ts';
import { type ModelSpec, offlineModel, specOf } from './model-spec.ts';

const vendors = ['openai', 'anthropic', 'google'] as const;

/** The model that a name on the command line means: at `baseUrl` the name as that server knows
 *  it; else one of the workspace's, `offline`, or a vendor's as `openai/…`. */
export function findModel(
  name: string,
  { models, baseUrl }: { models: WorkspaceFile['models']; baseUrl?: string | undefined },
): ModelSpec {
  if (baseUrl !== undefined) {
    checkBaseUrl(baseUrl);
    if (name.trim() === '') throw noSuchModel(name, models);
    const spec = specOf(name, {
      provider: 'openai-compatible',
      model: name,
      baseUrl,
      mode: 'live',
    });
    return { ...spec, pool: `${name} at ${baseUrl}` };
  }
  const own = models[name];
  if (own) return specOf(name, own);
  if (name === 'offline') return offlineModel;
  const vendor = vendors.find(each => name.startsWith(`${each}/`));
  const model = vendor && name.slice(vendor.length + 1);
  if (vendor && model) {
    return specOf(name, { provider: vendor, model, egress: 'external', mode: 'live' });
  }
  throw noSuchModel(name, models);
}

function checkBaseUrl(baseUrl: string): void {
  const { protocol, username, password } = URL.parse(baseUrl) ?? {};
  const why = !['http:', 'https:'].includes(protocol ?? '')
    ? 'is not an address of the web'
    : username || password
      ? 'must name no user or password'
      : undefined;
  if (!why) return;
  throw new SpinemedError({
    code: 'base-url-invalid',
    mender: 'user',
    message: `the base URL ${why}`,
    hint: 'Write http://127.0.0.1:8000/v1, or whatever the server says of itself; keys come from the environment.',
  });
}

function noSuchModel(name: string, models: WorkspaceFile['models']): SpinemedError {
  return new SpinemedError({
    code: 'no-such-model',
    mender: 'user',
    message: `there is no model "${name}"`,
    hint: `There are: ${[...Object.keys(models), 'offline'].join(', ')}; ${vendors.map(each => `${each}/…`).join(', ')}; or any name with --base-url.`,
  });
}
