import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import { type DefectLog, framesOf } from '../store/index.ts';

/** The workspace's log: JSON lines with ids and codes. */
export function openLog(workspaceFolder: string): { logDefect: DefectLog } {
  const folder = path.join(workspaceFolder, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'spinemed.log');
  const log = pino(
    { base: { pid: process.pid } },
    pino.destination({ dest: file, sync: true, mode: 0o600 }),
  );
  return {
    logDefect(error, about) {
      log.error({ ...about, ...framesOf(error) }, 'defect');
    },
  };
}
