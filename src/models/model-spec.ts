import type { WorkspaceFile } from '../config/index.ts';

type Settings = WorkspaceFile['models'][string];

/** A model as the door knows it. `unstated` egress is that of an address which nobody has
 *  spoken for: patient data goes there only if the connected socket is inside the house. */
export type ModelSpec = {
  /** The name in `spinemed.yaml`, or what the command line said. */
  name: string;
  /** Whose requests count together under the limits: a name may stand at two addresses. */
  pool: string;
  provider: Settings['provider'];
  model: string;
  baseUrl: string | null;
  keyEnv: string | undefined;
  egress: 'onsite' | 'external' | 'unstated';
  price: Settings['price'];
  limits: {
    concurrency: number;
    requestsPerMinute: number | undefined;
    tokensPerMinute: number | undefined;
  };
  mode: Settings['mode'];
  answerForm: Settings['answerForm'];
  timeoutMs: number;
  parameters: NonNullable<Settings['parameters']>;
  download: boolean;
};

/** Enough to keep a server of one's own busy, and few enough not to be told off by others. */
const usualConcurrency = 16;
/** A long report on a busy server of one's own takes minutes. */
const usualTimeoutMs = 10 * 60_000;

export const offlineModel: ModelSpec = {
  ...specOf('offline', { provider: 'offline', mode: 'live' }),
  model: 'offline',
};

export function specOf(name: string, settings: Settings): ModelSpec {
  const local = settings.provider === 'local' || settings.provider === 'offline';
  return {
    name,
    pool: name,
    provider: settings.provider,
    model: settings.model ?? name,
    baseUrl: settings.baseUrl ?? null,
    keyEnv: settings.keyEnv,
    egress: local ? 'onsite' : (settings.egress ?? 'unstated'),
    price: settings.price,
    limits: limitsOf(settings),
    mode: settings.mode,
    answerForm: settings.answerForm,
    timeoutMs: settings.timeoutSeconds ? settings.timeoutSeconds * 1000 : usualTimeoutMs,
    parameters: settings.parameters ?? {},
    download: settings.download ?? false,
  };
}

/** A batch is one request of many, and none of the limits on requests is its own. */
function limitsOf({ mode, limits }: Settings): ModelSpec['limits'] {
  if (mode === 'batch') {
    return {
      concurrency: Number.MAX_SAFE_INTEGER,
      requestsPerMinute: undefined,
      tokensPerMinute: undefined,
    };
  }
  return {
    concurrency: limits?.concurrency ?? usualConcurrency,
    requestsPerMinute: limits?.requestsPerMinute,
    tokensPerMinute: limits?.tokensPerMinute,
  };
}
