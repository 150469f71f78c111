import { openModels, openStoreLog } from '../models/index.ts';
import {
  type DefectLog,
  type Stage,
  type Store,
  startWorker,
  type Worker,
} from '../store/index.ts';

/** A worker with the workspace's models at its side, which end with it. */
export async function startWorkspaceWorker(
  store: Store,
  stages: readonly Stage[],
  options: { concurrency: number; logDefect: DefectLog },
): Promise<Worker> {
  const { settings, folder } = store.workspace;
  const log = await openStoreLog(store);
  const models = openModels({
    settings,
    log,
    readPicture: sha256 => store.blobs.get(sha256),
    base: folder,
  });
  const close = async () => {
    await models.close();
    await log.close();
  };
  try {
    const worker = await startWorker(store, stages, { ...options, models });
    return {
      async stop() {
        await worker.stop();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
