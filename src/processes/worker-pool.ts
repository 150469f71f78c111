type Lent = { hasEnded(): boolean };

/** Lends processes of one kind, each to one at a time, and keeps those that live for the next.
 *  Past `most` one waits in line, until it gives up. */
export function makeWorkerPool<Worker extends Lent>(start: () => Worker, most: number) {
  const idle: Worker[] = [];
  const waiting: (() => void)[] = [];
  let working = 0;

  return async function withWorker<Answer>(
    signal: AbortSignal,
    use: (worker: Worker) => Promise<Answer>,
  ): Promise<Answer> {
    await takePlace(signal);
    try {
      signal.throwIfAborted();
      const worker = takeIdle() ?? start();
      const answer = use(worker);
      await answer.catch(() => {});
      if (!worker.hasEnded()) idle.push(worker);
      return await answer;
    } finally {
      givePlace();
    }
  };

  function takeIdle(): Worker | undefined {
    let worker = idle.pop();
    while (worker?.hasEnded()) worker = idle.pop();
    return worker;
  }

  async function takePlace(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (working < most) {
      working++;
      return;
    }
    const turn = Promise.withResolvers<void>();
    waiting.push(turn.resolve);
    const leave = () => {
      const at = waiting.indexOf(turn.resolve);
      if (at >= 0) waiting.splice(at, 1);
      turn.reject(signal.reason);
    };
    signal.addEventListener('abort', leave, { once: true });
    try {
      await turn.promise;
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  /** To whoever waits longest, or back. */
  function givePlace(): void {
    const next = waiting.shift();
    if (next) next();
    else working--;
  }
}
