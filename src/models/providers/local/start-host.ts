import type { SpinemedError } from '../../../errors/index.ts';
import { keepAlive, residentMiB } from '../../../processes/index.ts';
import { forkHost } from './fork-host.ts';
import { hostCrashed, hostOverMemory, hostTooSlow } from './host-errors.ts';
import {
  type HostAnswer,
  type HostRequest,
  type HostSettings,
  hostNewsSchema,
} from './protocol.ts';

export type Limits = { timeoutMs: number; memoryMiB: number };

/** The process of one model, for one request at a time. Once it has ended it is done for: the
 *  next request needs another one. */
export type Host = {
  ask(request: HostRequest, onText: (delta: string) => void): Promise<HostAnswer>;
  /** Ends the request that is under way: kindly at first. */
  cancel(): void;
  end(): Promise<void>;
  hasEnded(): boolean;
};

type Asker = PromiseWithResolvers<HostAnswer> & { onText(delta: string): void };

/** Between two tokens a request can end by itself; a long forward pass cannot. */
const graceMs = 2000;
const watchEveryMs = 250;

export function startHost(settings: HostSettings, { timeoutMs, memoryMiB }: Limits): Host {
  const child = forkHost(settings);
  const ended = Promise.withResolvers<void>();
  let hasEnded = false;
  let why: SpinemedError | undefined;
  let asker: Asker | undefined;
  let grace: NodeJS.Timeout | undefined;

  const onEnd = () => {
    hasEnded = true;
    asker?.reject(why ?? hostCrashed());
    ended.resolve();
  };
  child.once('exit', onEnd);
  // Without a process there is no exit either.
  child.on('error', () => child.pid === undefined && onEnd());
  child.on('message', message => {
    const { data: news } = hostNewsSchema.safeParse(message);
    // A process that a hostile picture has taken over might say anything.
    if (!news) kill();
    else if (news.type === 'text') asker?.onText(news.delta);
    else if (news.type === 'memory') checkMemory(news.residentMiB);
    else asker?.resolve(news);
  });
  // An idle model keeps nobody from ending.
  keepAlive(child, false);

  function kill(reason?: SpinemedError): void {
    why ??= reason;
    child.kill('SIGKILL');
  }

  function checkMemory(heldMiB: number): void {
    if (heldMiB > memoryMiB) kill(hostOverMemory(memoryMiB));
  }

  async function ask(request: HostRequest, onText: (delta: string) => void): Promise<HostAnswer> {
    asker = { ...Promise.withResolvers<HostAnswer>(), onText };
    keepAlive(child, true);
    const timeout = setTimeout(() => kill(hostTooSlow(timeoutMs)), timeoutMs);
    const watch = setInterval(() => checkMemory(residentMiB(child.pid)), watchEveryMs);
    send(request);
    try {
      return await asker.promise;
    } finally {
      asker = undefined;
      clearTimeout(timeout);
      clearInterval(watch);
      clearTimeout(grace);
      grace = undefined;
      keepAlive(child, false);
    }
  }

  function send(message: HostRequest | { type: 'cancel' }): void {
    // That it could not be sent is said by the end of the process.
    if (!hasEnded) child.send(message, () => {});
    else asker?.reject(why ?? hostCrashed());
  }

  return {
    ask,
    cancel() {
      if (!asker) return;
      send({ type: 'cancel' });
      grace ??= setTimeout(kill, graceMs);
    },
    async end() {
      if (hasEnded) return;
      keepAlive(child, true);
      kill();
      await ended.promise;
    },
    hasEnded: () => hasEnded,
  };
}
