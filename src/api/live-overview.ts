import { readOverview, type Store } from '../store/index.ts';

const lookEveryMs = 500;

export type LiveOverview = {
  /** The overview as JSON, now and whenever it has changed. Who reads slowly gets the newest
   *  and misses what lay between. */
  follow(signal: AbortSignal): AsyncGenerator<string, void>;
  end(): void;
};

/** One reader of the database for however many pages are open, and none when none is. */
export function liveOverview(store: Store): LiveOverview {
  const ending = new AbortController();
  let followers = 0;
  let newest: string | undefined;
  let news = Promise.withResolvers<void>();
  let looking = false;

  async function look(): Promise<void> {
    try {
      const json = JSON.stringify(await readOverview(store));
      if (json !== newest) {
        newest = json;
        news.resolve();
        news = Promise.withResolvers();
      }
    } catch {
      // The database is away; the page says that it has not heard from us.
    }
    looking = followers > 0;
    if (looking) setTimeout(look, lookEveryMs).unref();
    else newest = undefined;
  }

  async function* follow(signal: AbortSignal): AsyncGenerator<string, void> {
    const over = AbortSignal.any([signal, ending.signal]);
    const left = new Promise<void>(resolve => over.addEventListener('abort', () => resolve()));
    let sent: string | undefined;
    followers++;
    if (!looking) {
      looking = true;
      setTimeout(look, 0);
    }
    try {
      while (!over.aborted) {
        if (newest === undefined || newest === sent) await Promise.race([news.promise, left]);
        else {
          sent = newest;
          yield sent;
        }
      }
    } finally {
      followers--;
    }
  }

  return { follow, end: () => ending.abort() };
}
