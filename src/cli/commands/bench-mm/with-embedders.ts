import path from 'node:path';
import type { Command } from 'commander';
import { readRendered } from '../../../benchmark/index.ts';
import { openModels, openStoreLog } from '../../../models/index.ts';
import type { Store } from '../../../store/index.ts';
import { withSession } from '../../session.ts';

type Work = {
  store: Store;
  folder: string;
  models: ReturnType<typeof openModels>;
  signal: AbortSignal;
};

/** The workspace and its door to the models, which reads the pictures of a build. */
export async function withEmbedders<T>(
  command: Command,
  given: string | undefined,
  work: (opened: Work) => Promise<T>,
): Promise<T> {
  return withSession(command, async ({ store, signal }) => {
    const { settings, folder: workspace } = store.workspace;
    const folder = given ?? path.join(workspace, 'benchmarks', 'spinebench-mm');
    const log = await openStoreLog(store);
    const readPicture = readRendered(folder);
    const models = openModels({ settings, log, readPicture, base: workspace });
    try {
      return await work({ store, folder, models, signal });
    } finally {
      await models.close();
      await log.close();
    }
  });
}
