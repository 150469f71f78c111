import { SpinemedError } from '../../errors/index.ts';
import { forkConfined, keepAlive, residentMiB } from '../../processes/index.ts';

export type HelperLimits = { timeoutMs: number; memoryMiB: number };

/** A process that answers one question at a time and can be ended. It reads what strangers made:
 *  what it says is parsed by whoever asks. */
export type Helper = {
  ask(question: object, limits: HelperLimits): Promise<unknown>;
  hasEnded(): boolean;
  end(): void;
};

const watchEveryMs = 50;

export function startHelper(entry: string, env: Record<string, string> = {}): Helper {
  const child = forkConfined(entry, { environment: env, allow: ['--allow-addons'] });
  let hasEnded = false;
  let why: SpinemedError | undefined;
  let asker: PromiseWithResolvers<unknown> | undefined;

  const onEnd = () => {
    hasEnded = true;
    asker?.reject(why ?? helperError('helper-crashed', 'the process that read the file crashed'));
  };
  child.once('exit', onEnd);
  // Without a process there is no exit either.
  child.on('error', () => child.pid === undefined && onEnd());
  child.on('message', answer => asker?.resolve(answer));
  // One that is kept for the next file does not keep us from ending.
  keepAlive(child, false);

  function kill(reason?: SpinemedError): void {
    why ??= reason;
    hasEnded = true;
    child.kill('SIGKILL');
  }

  async function ask(question: object, limits: HelperLimits): Promise<unknown> {
    const asked = Promise.withResolvers<unknown>();
    asker = asked;
    keepAlive(child, true);
    const timeout = setTimeout(
      () => kill(helperError('helper-over-time', 'reading it took too long')),
      limits.timeoutMs,
    );
    const watch = setInterval(() => {
      if (residentMiB(child.pid) > limits.memoryMiB)
        kill(helperError('helper-over-memory', 'reading it took too much memory'));
    }, watchEveryMs);
    if (hasEnded) onEnd();
    // That it could not be sent is said by the end of the process.
    else child.send(question, () => {});
    try {
      return await asked.promise;
    } finally {
      asker = undefined;
      keepAlive(child, false);
      clearTimeout(timeout);
      clearInterval(watch);
    }
  }

  return { ask, hasEnded: () => hasEnded, end: () => kill() };
}

function helperError(code: string, message: string): SpinemedError {
  return new SpinemedError({ code, mender: 'user', message });
}
