import { once } from 'node:events';
import { buildWeb, type RunningApi, startApi } from '../api/index.ts';
import { describeError, SpinemedError } from '../errors/index.ts';
import {
  addPerson,
  hasAnyoneSignedIn,
  type Recipe,
  readPeople,
  runRecipe,
} from '../store/index.ts';
import { knownStages, loadRecipe, startWorkspaceWorker } from '../worker/index.ts';
import { note } from './print.ts';
import { stepProgress } from './progress.ts';
import { removeAddress, writeAddress } from './running-address.ts';
import type { Session } from './session.ts';

export type ServeOptions = {
  port: number | undefined;
  host: string | undefined;
  concurrency: number;
  /** Run the workspace's recipe once the page can be opened. */
  build: boolean;
};

/** Database, worker and workbench in this process, until it is asked to end. */
export async function serve(session: Session, options: ServeOptions): Promise<void> {
  const { store, signal, logDefect } = session;
  const { settings, folder } = store.workspace;
  const recipe = await loadRecipe(settings.recipe, folder);
  const stages = await knownStages([recipe]);
  await buildWeb(() => note('building the workbench (first start, or it changed) …'));
  const api = await listen(session, options);
  try {
    writeAddress(folder, api.url);
    note(`SpineMed is open at ${api.url}`);
    tellOthers(session, options);
    await welcome(session, api);
    const worker = await startWorkspaceWorker(store, stages, {
      concurrency: options.concurrency,
      logDefect,
    });
    try {
      if (options.build) await buildBeside(session, recipe);
      if (!signal.aborted) await once(signal, 'abort');
    } finally {
      await worker.stop();
    }
  } finally {
    removeAddress(folder, api.url);
    await api.close();
  }
}

/** Without a wish of the user's the next free port will do. */
async function listen({ store, logDefect }: Session, options: ServeOptions): Promise<RunningApi> {
  const { server } = store.workspace.settings;
  const host = options.host ?? server.host;
  if (options.port !== undefined) return startApi(store, { host, port: options.port, logDefect });
  for (let port = server.port; ; port++) {
    try {
      return await startApi(store, { host, port, logDefect });
    } catch (error) {
      const busy = error instanceof SpinemedError && error.code === 'port-in-use';
      if (!busy || port >= server.port + 20) throw error;
    }
  }
}

/** A page of an address that we do not know may change nothing, signing in included. */
function tellOthers({ store }: Session, options: ServeOptions): void {
  const { host, publicUrl } = store.workspace.settings.server;
  if (publicUrl || !['0.0.0.0', '::'].includes(options.host ?? host)) return;
  note('Others can sign in once server.publicUrl in spinemed.yaml is the address they open.');
}

/** Nobody has come in yet: whoever reads this terminal is the admin. */
async function welcome({ store }: Session, api: RunningApi): Promise<void> {
  if (await hasAnyoneSignedIn(store)) return;
  const admin =
    (await readPeople(store)).find(person => person.role === 'admin') ??
    (await addPerson(store, { name: 'Admin', email: 'admin@localhost.local', role: 'admin' }));
  const { url } = await api.signIn.oneTimeLink(admin);
  note(`\n  Sign in as admin with this link (once, within a day):\n  ${url}\n`);
}

/** A recipe that fails leaves the page open: it shows what happened. */
async function buildBeside({ store, signal, logDefect }: Session, recipe: Recipe): Promise<void> {
  const progress = stepProgress();
  try {
    await runRecipe(store, recipe, { signal, logDefect, onProgress: progress.update });
    progress.end();
    note(`recipe ${recipe.name}: done. Ctrl-C ends SpineMed.`);
  } catch (error) {
    progress.end();
    if (signal.aborted) return;
    if (!(error instanceof SpinemedError)) throw error;
    note(`recipe ${recipe.name} stopped: ${describeError(error)}`);
  }
}
