import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { limits } from './limits.ts';
import { newsSchema, type ReadRequest } from './protocol.ts';

export type ReaderAnswer = { value: unknown } | { why: 'broken' | 'encrypted' | 'over-limits' };

/** A process that reads one file after the other. Once it has ended it is done for. */
export type Reader = {
  read(request: ReadRequest, signal: AbortSignal): Promise<ReaderAnswer>;
  hasEnded(): boolean;
};

const watchEveryMs = 25;
/** What a file left behind in memory is not carried on to the next ones. */
const keptMiB = 300;

export function startReader(limit = limits): Reader {
  const child = forkReader();
  let hasEnded = false;
  let asker: PromiseWithResolvers<ReaderAnswer> | undefined;

  function end(answer: ReaderAnswer): void {
    hasEnded = true;
    child.kill('SIGKILL');
    asker?.resolve(answer);
  }
  // It ends by itself where its heap is full, and a parser that crashes met a broken file.
  child.once('exit', (_, signalName) =>
    end({ why: signalName === 'SIGABRT' ? 'over-limits' : 'broken' }),
  );
  child.on('error', () => child.pid === undefined && end({ why: 'broken' }));
  child.on('message', message => {
    const { data: news } = newsSchema.safeParse(message);
    if (!news) end({ why: 'broken' });
    else asker?.resolve(news.type === 'read' ? { value: news.value } : { why: news.why });
  });
  keepAlive(child, false);

  async function read(request: ReadRequest, signal: AbortSignal): Promise<ReaderAnswer> {
    asker = Promise.withResolvers<ReaderAnswer>();
    keepAlive(child, true);
    const overLimits = () => end({ why: 'over-limits' });
    const timeout = setTimeout(overLimits, limit.timeoutMs);
    const watch = setInterval(() => {
      if (residentMiB(child) > limit.residentMiB) overLimits();
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
      if (!hasEnded && residentMiB(child) > keptMiB) end({ why: 'broken' });
    }
  }

  return { read, hasEnded: () => hasEnded };
}

/** It may read files, for its own code is in some: no network, no writing, no processes. */
function forkReader(): ChildProcess {
  return fork(path.join(import.meta.dirname, 'child', 'main.ts'), {
    serialization: 'advanced',
    execArgv: [
      '--disable-warning=SecurityWarning',
      '--max-old-space-size=512',
      ...['--permission', '--allow-fs-read=*'],
    ],
    // No key and no password of ours.
    env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot },
    // What a parser complains of may quote the file.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** An idle reader keeps nobody from ending. */
function keepAlive(child: ChildProcess, alive: boolean): void {
  if (alive) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

/** Elsewhere than on Linux the limit of its heap has to do. */
function residentMiB({ pid }: ChildProcess): number {
  if (process.platform !== 'linux') return 0;
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    // It has just ended.
    return 0;
  }
}
