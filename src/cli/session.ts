import type { Command } from 'commander';
import { openWorkspace } from '../config/index.ts';
import { type DefectLog, openStore, type Store } from '../store/index.ts';
import { openLog } from './log.ts';

export type Session = { store: Store; logDefect: DefectLog; signal: AbortSignal };

/** Opens the workspace for one command and closes it whatever happens. Ctrl-C asks the work
 *  to end in good order; a second one does not wait. */
export async function withSession<T>(
  command: Command,
  work: (session: Session) => Promise<T>,
  folder?: string,
): Promise<T> {
  const workspace = openWorkspace(folder ?? command.optsWithGlobals().workspace);
  const { logDefect } = openLog(workspace.folder);
  const signal = endSignal();
  const store = await openStore(workspace);
  try {
    return await work({ store, logDefect, signal });
  } finally {
    await store.close();
  }
}

function endSignal(): AbortSignal {
  const ending = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (ending.signal.aborted) process.exit(130);
      ending.abort();
    });
  }
  return ending.signal;
}
