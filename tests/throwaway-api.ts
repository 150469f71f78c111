import { randomUUID } from 'node:crypto';
import { type RunningApi, startApi } from '../src/api/index.ts';
import type { Person, Role } from '../src/contracts/people/index.ts';
import { addPerson, type Store } from '../src/store/index.ts';
import { throwawayStore } from './throwaway-store.ts';

export type Asking = {
  method?: string;
  /** Sent as JSON. */
  json?: unknown;
  cookie?: string;
  headers?: Record<string, string>;
};

export type ThrowawayApi = {
  store: Store;
  folder: string;
  /** For a process that is to work on the same store. */
  environment: NodeJS.ProcessEnv;
  api: RunningApi;
  port: number;
  /** What the server wrote down as defects of ours. */
  defects: unknown[];
  ask(path: string, asking?: Asking): Promise<Response>;
  /** Opens a one-time link. */
  open(link: string): Promise<Response>;
  /** A new person, and the cookie they are signed in with. */
  enter(role: Role): Promise<{ person: Person; cookie: string }>;
} & AsyncDisposable;

/** A server on a store of one's own, asked over real HTTP as its own page would ask it. */
export async function throwawayApi(
  options: { web?: string; server?: Partial<Store['workspace']['settings']['server']> } = {},
): Promise<ThrowawayApi> {
  const opened = await throwawayStore();
  const { store, folder, environment } = opened;
  Object.assign(store.workspace.settings.server, options.server);
  const defects: unknown[] = [];
  const web = options.web ?? folder;
  const logDefect = (error: unknown) => defects.push(error);
  const api = await startApi(store, { host: '127.0.0.1', port: 0, logDefect, web });
  const { port } = new URL(api.signIn.auth.options.trustedOrigins.at(-1)!);

  const ask = (path: string, { method, json, cookie, headers }: Asking = {}) =>
    fetch(new URL(path, `http://127.0.0.1:${port}`), {
      redirect: 'manual',
      method: method ?? (json === undefined ? 'GET' : 'POST'),
      headers: {
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(json === undefined && !method ? {} : { origin: api.url }),
        ...(cookie ? { cookie } : {}),
        ...headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });

  const open = (link: string) => ask(new URL(link).pathname + new URL(link).search);

  const enter = async (role: Role) => {
    const email = `${role}-${randomUUID()}@hospital.example`;
    const person = await addPerson(store, { name: role, email, role });
    const { url } = await api.signIn.oneTimeLink(person);
    return { person, cookie: cookieOf(await open(url)) };
  };

  return {
    store,
    folder,
    environment,
    api,
    port: Number(port),
    defects,
    ask,
    open,
    enter,
    async [Symbol.asyncDispose]() {
      await api.close();
      await opened[Symbol.asyncDispose]();
    },
  };
}

/** What a browser would send back of the cookies that an answer sets. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map(cookie => cookie.split(';')[0])
    .join('; ');
}
