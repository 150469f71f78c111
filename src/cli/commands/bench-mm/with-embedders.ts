import path from 'node:path';
import type { Command } from 'commander';
import { mmFiles, readRendered } from '../../../benchmark/index.ts';
import { openFileLog, openModels } from '../../../models/index.ts';
import type { Store } from '../../../store/index.ts';
import { note } from '../../print.ts';
import { withSession } from '../../session.ts';
import { checkEmbedders } from './check-embedders.ts';

type Work = {
  store: Store;
  folder: string;
  models: ReturnType<typeof openModels>;
  signal: AbortSignal;
};

/** The workspace and its door to the models, which reads the pictures of a build. */
export async function withEmbedders<T>(
  command: Command,
  given: {
    folder: string | undefined;
    named: readonly string[];
    /** Before anything is written into the folder. */
    check(folder: string, store: Store): Promise<unknown>;
  },
  work: (opened: Work) => Promise<T>,
): Promise<T> {
  return withSession(command, async ({ store, signal }) => {
    const { settings, folder: workspace } = store.workspace;
    const folder = given.folder ?? path.join(workspace, 'benchmarks', 'spinebench-mm');
    await given.check(folder, store);
    await checkEmbedders(given.named, { settings, base: workspace, signal });
    const log = await openFileLog(path.join(folder, mmFiles.calls), {
      capUsd: settings.spendCapUsd ?? null,
    });
    const readPicture = readRendered(folder);
    const models = openModels({ settings, log, readPicture, base: workspace });
    try {
      return await work({ store, folder, models, signal });
    } catch (error) {
      if (signal.aborted)
        note('spinemed: stopped; what is done is kept, the same command goes on.');
      throw error;
    } finally {
      await models.close();
      await log.close();
    }
  });
}
