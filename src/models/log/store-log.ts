import { randomUUID } from 'node:crypto';
import type { DataClass } from '../../contracts/data-class.ts';
import {
  addPools,
  beginAttempts,
  type CallRow,
  classesOf,
  endAttempts,
  findAnswers,
  noteAllowed,
  noteBatch,
  noteBatchEnd,
  noteFromLog,
  notePause,
  refuseCall,
  type Store,
  signOn,
} from '../../store/index.ts';
import { type Decision, grant } from '../limits/grant.ts';
import { grouped } from '../limits/grouped.ts';
import { correctPlace } from '../limits/pace.ts';
import type { AttemptEnd, CallLog, CallRecord, Grant, Intent } from './call-log.ts';

type NotNow = Exclude<Decision, { type: 'go' }>;

const lookElsewhereMs = 200;
const flushEveryMs = 1000;

/** The call log in the database: one memory, one set of limits and one cap for all doors of a
 *  workspace, on however many machines. What comes at once is written at once. */
export async function openStoreLog(store: Store): Promise<CallLog> {
  const door = randomUUID();
  const presence = await signOn(store, door);
  const capUsd = store.workspace.settings.spendCapUsd ?? null;
  const known = new Map<string, Promise<void>>();
  const allowed = new Set<string>();
  let fromLog = new Map<string, number>();

  /** A pool has its row before anybody takes a place in it. */
  function ready(row: CallRow): Promise<void> {
    const added = known.get(row.pool) ?? addPools(store.pool, [row]);
    known.set(row.pool, added);
    added.catch(() => known.delete(row.pool));
    return added;
  }

  const find = grouped<string, Awaited<ReturnType<CallLog['find']>>>(async calls => {
    const answers = await findAnswers(store.pool, calls);
    return calls.map(call => answers.get(call));
  });

  const begin = grouped<Intent, Grant>(async intents => {
    const wishes = intents.map(({ call, ...wish }) => ({ call: rowOf(call), ...wish }));
    const limitsOf = new Map(intents.map(({ call }) => [call.model.pool, call.model.limits]));
    const begun = await beginAttempts<NotNow>(store, door, wishes, (wish, pool, spend, nowMs) => {
      const { tokens, mostUsd, call } = wish;
      const limits = limitsOf.get(call.pool)!;
      const granted = grant({ tokens, mostUsd, limits, capUsd }, pool, spend, nowMs);
      const { decision } = granted;
      return {
        verdict: decision.type === 'go' ? decision : { type: 'not-now', refusal: decision },
        pool: granted.shared,
        spend: granted.spend,
      };
    });
    return begun.map(each => {
      if (each.type === 'elsewhere') return { type: 'wait', ms: lookElsewhereMs };
      return each.type === 'not-now' ? each.refusal : each;
    });
  });

  const end = grouped<AttemptEnd, void>(async ends => {
    const limitsOf = new Map(ends.map(({ call }) => [call.model.pool, call.model.limits]));
    const rows = ends.map(({ call, ...rest }) => ({
      ...rest,
      call: call.id,
      pool: call.model.pool,
      model: call.model.name,
    }));
    await endAttempts(store, rows, (ended, pool, taken) => {
      if (ended.status !== 'answered') return pool;
      const { input, output } = ended.answer.tokens;
      if (input === null || output === null) return pool;
      const used = input + output;
      return { ...pool, pace: correctPlace(pool.pace, limitsOf.get(ended.pool)!, { taken, used }) };
    });
    return ends.map(() => undefined);
  });

  type Books = { pictures: readonly string[]; things: readonly string[] };
  const classOf = grouped<Books, DataClass | undefined>(asked => classesOf(store, asked));

  async function flush(): Promise<void> {
    const counts = fromLog;
    fromLog = new Map();
    if (counts.size > 0) await noteFromLog(store, counts);
  }
  const timer = setInterval(() => flush().catch(() => {}), flushEveryMs);
  timer.unref();

  return {
    find,
    async begin(intent) {
      const row = rowOf(intent.call);
      await ready(row);
      const kind = `${row.pool} ${row.class} ${intent.call.exceptional}`;
      if (!allowed.has(kind)) {
        allowed.add(kind);
        await noteAllowed(store, row, intent.call.exceptional);
      }
      return begin(intent);
    },
    end,
    async refuse(call, code) {
      const row = rowOf(call);
      await ready(row);
      await refuseCall(store, door, row, code);
    },
    noteFromLog({ pool }) {
      fromLog.set(pool, (fromLog.get(pool) ?? 0) + 1);
    },
    pause: ({ pool }, forMs) => notePause(store, pool, forMs),
    async classOf(pictures, things) {
      return pictures.length + things.length === 0 ? undefined : classOf({ pictures, things });
    },
    noteBatch: (batch, { pool }, members) => noteBatch(store, batch, pool, members),
    noteBatchEnd: batch => noteBatchEnd(store, batch),
    async close() {
      clearInterval(timer);
      await flush();
      await presence.leave();
    },
  };
}

function rowOf(call: CallRecord): CallRow {
  const { model } = call;
  return {
    id: call.id,
    role: call.role,
    promptVersion: call.promptVersion,
    model: model.name,
    provider: model.provider,
    baseUrl: model.baseUrl,
    modelId: model.model,
    egress: model.egress,
    class: call.class,
    repeat: call.repeat,
    inputs: call.from,
    pictures: call.pictures,
    request: call.request,
    pool: model.pool,
  };
}
