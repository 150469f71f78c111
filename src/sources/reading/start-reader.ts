import path from 'node:path';
import { SpinemedError } from '../../errors/index.ts';
import { forkConfined, keepAlive, residentMiB } from '../../processes/index.ts';
import { limits } from './limits.ts';
import { newsSchema, type ReadRequest } from './protocol.ts';

export type ReaderAnswer = { value: unknown } | { why: 'broken' | 'encrypted' | 'over-limits' };

/** A process that reads one file after the other. Once it has ended it is done for. */
export type Reader = {
  read(request: ReadRequest, signal: AbortSignal): Promise<ReaderAnswer>;
  hasEnded(): boolean;
  kill(): void;
};

const watchEveryMs = 25;
/** What a file left behind in memory is not carried on to the next ones. */
const keptMiB = 300;

export function startReader(limit = limits): Reader {
  const child = forkConfined(path.join(import.meta.dirname, 'child', 'main.ts'), {
    allow: ['--max-old-space-size=512'],
  });
  let hasEnded = false;
  let hasStarted = false;
  let asker: PromiseWithResolvers<ReaderAnswer> | undefined;

  function end(answer: ReaderAnswer): void {
    hasEnded = true;
    child.kill('SIGKILL');
    asker?.resolve(answer);
  }
  // Its heap was full or the machine's memory; else a parser that crashes met a broken file.
  child.once('exit', (_, signalName) => {
    if (!hasStarted) asker?.reject(notStarted());
    end({ why: signalName ? 'over-limits' : 'broken' });
  });
  child.on('error', () => {
    if (child.pid !== undefined) return;
    asker?.reject(notStarted());
    end({ why: 'broken' });
  });
  child.on('message', message => {
    const { data: news } = newsSchema.safeParse(message);
    if (!news) end({ why: 'broken' });
    else if (news.type === 'ready') hasStarted = true;
    else asker?.resolve(news.type === 'read' ? { value: news.value } : { why: news.why });
  });
  keepAlive(child, false);

  async function read(request: ReadRequest, signal: AbortSignal): Promise<ReaderAnswer> {
    asker = Promise.withResolvers<ReaderAnswer>();
    keepAlive(child, true);
    const overLimits = () => end({ why: 'over-limits' });
    const timeout = setTimeout(overLimits, limit.timeoutMs);
    const watch = setInterval(() => {
      if (residentMiB(child.pid) > limit.residentMiB) overLimits();
    }, watchEveryMs);
    const giveUp = () => {
      asker?.reject(signal.reason);
      end({ why: 'broken' });
    };
    signal.addEventListener('abort', giveUp, { once: true });
    if (hasEnded) asker.resolve({ why: 'broken' });
    // That it could not be sent is said by the end of the process.
    else child.send(request, () => {});
    try {
      return await asker.promise;
    } finally {
      asker = undefined;
      clearTimeout(timeout);
      clearInterval(watch);
      signal.removeEventListener('abort', giveUp);
      keepAlive(child, false);
      if (!hasEnded && residentMiB(child.pid) > keptMiB) end({ why: 'broken' });
    }
  }

  return { read, hasEnded: () => hasEnded, kill: () => child.kill('SIGKILL') };
}

/** No fault of the file's, which must not be rejected for it. */
function notStarted(): SpinemedError {
  return new SpinemedError({
    code: 'reader-not-started',
    mender: 'retry',
    message: 'the process that reads files could not be started',
    hint: 'See that the machine has memory and processes to spare, and run the command again.',
  });
}
