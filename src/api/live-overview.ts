import { readOverview, type Store } from '../store/index.ts';

const lookEveryMs = 500;

export type LiveOverview = {
  /** Sends the overview as JSON now and whenever it changes; gives the function that ends it. */
  subscribe(send: (json: string) => void): () => void;
  ended: Promise<void>;
  end(): void;
};

/** One reader of the database for however many pages are open, and none when none is. */
export function liveOverview(store: Store): LiveOverview {
  const listeners = new Set<(json: string) => void>();
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  let last = '';
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    try {
      const json = JSON.stringify(await readOverview(store));
      if (json !== last) for (const send of listeners) send(json);
      last = json;
    } catch {
      // The database is away; the page says that it has not heard from us.
    }
    timer = listeners.size > 0 ? setTimeout(look, lookEveryMs) : undefined;
  }

  return {
    subscribe(send) {
      listeners.add(send);
      if (timer === undefined) {
        last = '';
        timer = setTimeout(look, 0);
      } else if (last) send(last);
      return () => listeners.delete(send);
    },
    ended,
    end() {
      clearTimeout(timer);
      listeners.clear();
      end();
    },
  };
}
