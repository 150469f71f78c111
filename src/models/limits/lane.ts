/** The way to one model: how many requests may be under way, who goes next, and whether it
 *  has asked for quiet. Every role has a row of its own and rows take turns, so that a judge
 *  does not wait behind five hundred contestants. */
export type Lane = {
  /** Resolves when a request may be made, with what gives the place back. */
  enter(role: string, signal: AbortSignal | undefined): Promise<() => void>;
  /** It said that we ask too much: half as much at once, and nothing before the time is up. */
  slowDown(pauseMs: number, now?: number): void;
  /** It answered: a little more at once, up to what is allowed. */
  speedUp(): void;
  state(): LaneState;
};

export type LaneState = {
  inFlight: number;
  waiting: number;
  /** How many at once it takes at present: fewer than allowed after it was busy. */
  atOnce: number;
  pausedUntil: number;
};

type Waiting = { go(): void };

export function openLane(concurrency: number): Lane {
  const rows = new Map<string, Waiting[]>();
  let inFlight = 0;
  let atOnce = concurrency;
  let pausedUntil = 0;
  let timer: NodeJS.Timeout | undefined;

  function advance(): void {
    const pauseMs = pausedUntil - Date.now();
    if (pauseMs > 0) {
      if (rows.size > 0)
        timer ??= setTimeout(() => {
          timer = undefined;
          advance();
        }, pauseMs);
      return;
    }
    while (inFlight < Math.floor(atOnce)) {
      const [role, row] = rows.entries().next().value ?? [];
      if (role === undefined || !row) return;
      // To the end of the turn, or out of it.
      rows.delete(role);
      const next = row.shift();
      if (row.length > 0) rows.set(role, row);
      if (!next) continue;
      inFlight++;
      next.go();
    }
  }

  /** With nobody waiting there is nothing to wake up for: a timer would keep the process. */
  function rest(): void {
    if ([...rows.values()].some(row => row.length > 0)) return;
    clearTimeout(timer);
    timer = undefined;
  }

  function leaver(): () => void {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      inFlight--;
      advance();
    };
  }

  return {
    enter(role, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const row = rows.get(role) ?? [];
        const waiting: Waiting = {
          go() {
            signal?.removeEventListener('abort', giveUp);
            resolve(leaver());
          },
        };
        const giveUp = () => {
          const at = row.indexOf(waiting);
          if (at >= 0) row.splice(at, 1);
          rest();
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', giveUp, { once: true });
        row.push(waiting);
        if (!rows.has(role)) rows.set(role, row);
        advance();
      });
    },
    slowDown(pauseMs, now = Date.now()) {
      // Many that were under way come back together: one time of quiet counts once.
      if (now >= pausedUntil) atOnce = Math.max(1, atOnce / 2);
      pausedUntil = Math.max(pausedUntil, now + pauseMs);
      if (timer) clearTimeout(timer);
      timer = undefined;
      advance();
    },
    speedUp() {
      if (atOnce < concurrency) {
        atOnce = Math.min(concurrency, atOnce + 1 / atOnce);
        advance();
      }
    },
    state: () => ({
      inFlight,
      waiting: [...rows.values()].reduce((sum, row) => sum + row.length, 0),
      atOnce: Math.floor(atOnce),
      pausedUntil,
    }),
  };
}
