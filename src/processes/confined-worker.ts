import { forkConfined } from './fork-confined.ts';
import { keepAlive } from './keep-alive.ts';
import { residentMiB } from './resident-memory.ts';

export type WorkLimits = {
  timeoutMs: number;
  /** Of the process that works, itself included (about 60 MiB). */
  memoryMiB: number;
  signal: AbortSignal;
};

/** A process that does one piece of work at a time. Once it has ended it is done for. */
export type ConfinedWorker<Request extends object, Answer> = {
  ask(request: Request, limits: WorkLimits): Promise<Answer>;
  hasEnded(): boolean;
};

export type WorkerKind<Answer> = {
  script: string;
  /** What Node lets it do besides reading. */
  allow?: readonly string[];
  /** It has read a stranger's file, and what it says is not believed further: undefined is what
   *  it may not say, and ends it. */
  understand(message: unknown): News<Answer> | undefined;
  /** What to throw for an end of it. */
  overMemory(memoryMiB: number): Error;
  timedOut(timeoutMs: number): Error;
  crashed(): Error;
};

export type News<Answer> =
  | { type: 'answer'; answer: Answer }
  | { type: 'failed'; error: Error }
  | { type: 'memory'; residentMiB: number };

const watchEveryMs = 20;

export function startConfinedWorker<Request extends object, Answer>(
  kind: WorkerKind<Answer>,
): ConfinedWorker<Request, Answer> {
  const child = forkConfined(kind.script, { allow: kind.allow ?? [] });
  let hasEnded = false;
  let why: Error | undefined;
  let asker: (PromiseWithResolvers<Answer> & { memoryMiB: number }) | undefined;

  const onEnd = () => {
    hasEnded = true;
    asker?.reject(why ?? kind.crashed());
  };
  child.once('exit', onEnd);
  // Without a process there is no exit either.
  child.on('error', () => child.pid === undefined && onEnd());
  child.on('message', message => {
    const news = kind.understand(message);
    if (!news) kill();
    else if (news.type === 'memory') checkMemory(news.residentMiB);
    else if (news.type === 'failed') asker?.reject(news.error);
    else asker?.resolve(news.answer);
  });
  keepAlive(child, false);

  function kill(reason?: Error): void {
    why ??= reason;
    hasEnded = true;
    child.kill('SIGKILL');
  }

  function checkMemory(heldMiB: number): void {
    if (asker && heldMiB > asker.memoryMiB) kill(kind.overMemory(asker.memoryMiB));
  }

  async function ask(request: Request, limits: WorkLimits): Promise<Answer> {
    const { timeoutMs, memoryMiB, signal } = limits;
    const asked = { ...Promise.withResolvers<Answer>(), memoryMiB };
    asker = asked;
    keepAlive(child, true);
    const timeout = setTimeout(() => kill(kind.timedOut(timeoutMs)), timeoutMs);
    const watch = setInterval(() => checkMemory(residentMiB(child.pid)), watchEveryMs);
    const giveUp = () => {
      asked.reject(signal.reason);
      kill();
    };
    signal.addEventListener('abort', giveUp, { once: true });
    if (hasEnded) asked.reject(kind.crashed());
    // That it could not be sent is said by the end of the process.
    else child.send(request, () => {});
    try {
      return await asked.promise;
    } finally {
      asker = undefined;
      clearTimeout(timeout);
      clearInterval(watch);
      signal.removeEventListener('abort', giveUp);
      keepAlive(child, false);
    }
  }

  return { ask, hasEnded: () => hasEnded };
}
