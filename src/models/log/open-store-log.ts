import type { Store } from '../../store/index.ts';
import type { CallLog } from './call-log.ts';

/** The log of a workspace. It brings the database's packages along, and a command beside a file
 *  would wait for them in vain. */
export async function openStoreLog(store: Store): Promise<CallLog> {
  const log = await import('./store-log.ts');
  return log.openStoreLog(store);
}
