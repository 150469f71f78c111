import { setTimeout as sleep } from 'node:timers/promises';
import type { CallLog } from '../log/call-log.ts';
import type { ModelSpec } from '../model-spec.ts';
import type { Batches, BatchItem, BatchResult } from '../providers/provider.ts';
import { ProviderFailure } from '../providers/provider-failure.ts';

export type BatchPace = {
  /** A batch closes once nobody has joined for so long. */
  quietMs: number;
  firstPollMs: number;
  longestPollMs: number;
};

export const usualBatchPace: BatchPace = {
  quietMs: 5_000,
  firstPollMs: 5_000,
  longestPollMs: 60_000,
};

/** Far below what providers take in one batch, so that one of pictures is built in little memory. */
const mostItems = 4_000;
const mostPictureBytes = 48 * 1024 * 1024;

type Member = { item: BatchItem; call: string; attempt: number; waiting: Waiting };
type Waiting = { resolve(result: BatchResult): void; reject(error: unknown): void };

/** Gathers requests of one model into batches, hands them in, and looks for their results. A
 *  batch that was handed in goes on without us: who asks again finds it by its id. */
export type BatchDesk = {
  /** Given up before it was handed in, it fails as lost; afterwards with the signal's reason. */
  join(
    item: BatchItem,
    key: { call: string; attempt: number },
    signal: AbortSignal | undefined,
  ): Promise<BatchResult>;
  /** Waits for a request's result in a batch that was handed in before. */
  adopt(batch: string, id: string, signal: AbortSignal | undefined): Promise<BatchResult>;
  close(): void;
};

export function openBatchDesk(
  batches: Batches,
  model: ModelSpec,
  log: CallLog,
  pace: BatchPace,
): BatchDesk {
  const ending = new AbortController();
  const followed = new Map<string, Map<string, Waiting[]>>();
  let gathered: Member[] = [];
  let pictureBytes = 0;
  let timer: NodeJS.Timeout | undefined;

  function handIn(): void {
    clearTimeout(timer);
    const members = gathered;
    gathered = [];
    pictureBytes = 0;
    if (members.length === 0) return;
    start(members).catch(error => {
      for (const { waiting } of members) waiting.reject(error);
    });
  }

  async function start(members: readonly Member[]): Promise<void> {
    const batch = await batches.start(
      members.map(({ item }) => item),
      ending.signal,
    );
    await log.noteBatch(batch, model, members);
    for (const { item, waiting } of members) wait(batch, item.id, waiting);
  }

  function wait(batch: string, id: string, waiting: Waiting): void {
    let members = followed.get(batch);
    if (!members) {
      members = new Map();
      followed.set(batch, members);
      follow(batch, members).catch(error => {
        followed.delete(batch);
        for (const each of [...members!.values()].flat()) each.reject(error);
      });
    }
    members.set(id, [...(members.get(id) ?? []), waiting]);
  }

  async function follow(batch: string, members: Map<string, Waiting[]>): Promise<void> {
    for (let ms = pace.firstPollMs; ; ms = Math.min(ms * 1.5, pace.longestPollMs)) {
      await sleep(ms, undefined, { signal: ending.signal });
      try {
        if ((await batches.status(batch, ending.signal)) === 'pending') continue;
        for await (const result of batches.results(batch, ending.signal)) {
          for (const { resolve } of members.get(result.id) ?? []) resolve(result);
          members.delete(result.id);
        }
        break;
      } catch (error) {
        // It is looked for again for as long as looking can help.
        const away = error instanceof ProviderFailure && ['lost', 'busy'].includes(error.kind);
        if (!away) throw error;
      }
    }
    followed.delete(batch);
    await log.noteBatchEnd(batch);
    for (const [id, waiting] of members) {
      for (const { resolve } of waiting) resolve({ id, status: 'failed', code: 'batch-left-out' });
    }
  }

  return {
    join(item, { call, attempt }, signal) {
      return new Promise((resolve, reject) => {
        const member = { item, call, attempt, waiting: { resolve, reject } };
        gathered.push(member);
        onAbort(signal, () => {
          const at = gathered.indexOf(member);
          if (at >= 0) gathered.splice(at, 1);
          reject(at >= 0 ? notHandedIn() : signal?.reason);
        });
        for (const { bytes } of item.request.pictures.values()) pictureBytes += bytes.length;
        clearTimeout(timer);
        const full = gathered.length >= mostItems || pictureBytes >= mostPictureBytes;
        if (full) handIn();
        else timer = setTimeout(handIn, pace.quietMs);
      });
    },
    adopt: (batch, id, signal) =>
      new Promise((resolve, reject) => {
        wait(batch, id, { resolve, reject });
        onAbort(signal, () => reject(signal?.reason));
      }),
    close() {
      clearTimeout(timer);
      ending.abort(new Error('the door was closed'));
      for (const { waiting } of gathered) waiting.reject(notHandedIn());
    },
  };
}

function onAbort(signal: AbortSignal | undefined, work: () => void): void {
  signal?.addEventListener('abort', work, { once: true });
}

function notHandedIn(): ProviderFailure {
  return new ProviderFailure({ kind: 'lost', code: 'aborted' });
}
