import { productFolder } from '../../config/index.ts';

/** graphile-worker looks for a configuration file from the current folder upwards as soon as
 *  it is loaded, and would run one: a stranger's, or one that we may not even read. It is
 *  shown our own folder instead. */
const { cwd } = process;
process.cwd = () => productFolder;
const graphile = await import('graphile-worker').finally(() => {
  process.cwd = cwd;
});

/** Its own log lines can carry payloads and stranger's messages; what matters of them reaches
 *  us as events and errors. */
export const quiet = { logger: new graphile.Logger(() => () => {}) };
export const { run, runMigrations } = graphile;
