import type { CallRecord } from '../log/call-log.ts';
import type { Door, Obtained } from './door.ts';

/** The answer to a call: from whoever is asking the same just now, else from the log, else by
 *  asking anew. */
export async function obtain(
  door: Door,
  call: CallRecord,
  signal: AbortSignal | undefined,
  askAnew: () => Promise<Obtained>,
): Promise<Obtained> {
  for (;;) {
    signal?.throwIfAborted();
    const same = door.underWay.get(call.id);
    if (!same) break;
    // Its asker may give up where ours does not.
    const outcome = await same.catch(() => undefined);
    if (outcome) return { ...outcome, requests: 0 };
  }
  const mine = lookOrAsk(door, call, askAnew).finally(() => door.underWay.delete(call.id));
  door.underWay.set(call.id, mine);
  return mine;
}

async function lookOrAsk(
  door: Door,
  call: CallRecord,
  askAnew: () => Promise<Obtained>,
): Promise<Obtained> {
  const known = await door.log.find(call.id);
  if (!known) return askAnew();
  door.log.noteFromLog(call.model);
  return { status: 'answered', answer: known, requests: 0 };
}
