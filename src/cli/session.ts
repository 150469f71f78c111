import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { openWorkspace, type Workspace } from '../config/index.ts';
import { SpinemedError } from '../errors/index.ts';
import type { DefectLog, Store } from '../store/index.ts';
import { endSignal } from './end-signal.ts';

export type Session = { store: Store; logDefect: DefectLog; signal: AbortSignal };

/** Opens the workspace for one command and closes it whatever happens. */
export async function withSession<T>(
  command: Command,
  work: (session: Session) => Promise<T>,
  folder?: string,
): Promise<T> {
  const workspace = openWorkspace(folder ?? command.optsWithGlobals().workspace);
  refuseStrangersWorkspace(workspace);
  const signal = endSignal();
  // Loaded only here, so that help and mistakes in a call are answered at once.
  const { openLog } = await import('./log.ts');
  const { openStore } = await import('../store/index.ts');
  const { logDefect } = openLog(workspace.folder);
  const store = await openStore(workspace);
  try {
    return await work({ store, logDefect, signal });
  } finally {
    await store.close();
  }
}

/** Root cannot run an embedded server on another user's files, and whatever it wrote there
 *  would lock the owner out: so it is told before anything is written. */
function refuseStrangersWorkspace({ folder, databaseUrl }: Workspace): void {
  const us = process.getuid?.();
  const owner = statSync(folder).uid;
  if (us !== 0 || owner === us || databaseUrl) return;
  throw new SpinemedError({
    code: 'workspace-of-another',
    mender: 'user',
    message: `the workspace belongs to user ${owner}, and you are root`,
    place: folder,
    hint: 'Run the command as that user, or give the folder to root with chown -R.',
  });
}
