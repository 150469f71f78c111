import type { Overview } from '../../../src/contracts/overview/index.ts';

/** `live`: told as things change. `polling`: asked again and again, since the stream broke.
 *  `lost`: asking failed as well; what is shown is old. */
export type Liveness = 'connecting' | 'live' | 'polling' | 'lost';

export type Ways = {
  /** Opens the stream; gives the function that closes it. */
  open(heard: (overview: Overview) => void, broken: () => void): () => void;
  /** Asks once. */
  ask(): Promise<Overview>;
};

export const timesMs = {
  /** A proxy that buffers opens the stream and lets nothing through. */
  firstWord: 6_000,
  /** Silence is usual where nothing changes, but also where the server cannot read any more. */
  silence: 30_000,
  ask: 5_000,
  reopen: { first: 5_000, most: 60_000 },
};

/** Keeps an overview fresh: by the stream while that works, else by asking. Gives the function
 *  that ends it. */
export function followOverview(
  ways: Ways,
  on: { overview(overview: Overview): void; liveness(liveness: Liveness): void },
): () => void {
  let ended = false;
  let liveness: Liveness | undefined;
  let close: (() => void) | undefined;
  let reopenMs = timesMs.reopen.first;
  const timers = new Map<'word' | 'ask' | 'reopen', ReturnType<typeof setTimeout>>();

  function after(name: 'word' | 'ask' | 'reopen', ms: number, then: () => void): void {
    clearTimeout(timers.get(name));
    timers.set(name, setTimeout(then, ms));
  }

  function become(next: Liveness): void {
    if (next !== liveness) on.liveness(next);
    liveness = next;
  }

  function connect(): void {
    clearTimeout(timers.get('reopen'));
    close = ways.open(hear, breakOff);
    after('word', timesMs.firstWord, breakOff);
  }

  function hear(overview: Overview): void {
    if (ended) return;
    clearTimeout(timers.get('ask'));
    reopenMs = timesMs.reopen.first;
    become('live');
    on.overview(overview);
    after('word', timesMs.silence, makeSure);
  }

  async function makeSure(): Promise<void> {
    try {
      const overview = await ways.ask();
      if (ended || liveness !== 'live') return;
      on.overview(overview);
      after('word', timesMs.silence, makeSure);
    } catch {
      if (!ended && liveness === 'live') breakOff();
    }
  }

  function breakOff(): void {
    if (ended) return;
    close?.();
    close = undefined;
    clearTimeout(timers.get('word'));
    if (liveness !== 'polling' && liveness !== 'lost') poll();
    after('reopen', reopenMs, connect);
    reopenMs = Math.min(reopenMs * 2, timesMs.reopen.most);
  }

  async function poll(): Promise<void> {
    if (liveness !== 'lost') become('polling');
    try {
      const overview = await ways.ask();
      if (ended || liveness === 'live') return;
      if (liveness === 'lost') comeBack();
      become('polling');
      on.overview(overview);
    } catch {
      if (ended || liveness === 'live') return;
      become('lost');
    }
    after('ask', timesMs.ask, poll);
  }

  /** A server that answers again has its stream again. */
  function comeBack(): void {
    reopenMs = timesMs.reopen.first;
    if (!close) connect();
  }

  become('connecting');
  connect();
  return () => {
    ended = true;
    close?.();
    for (const timer of timers.values()) clearTimeout(timer);
  };
}
