import path from 'node:path';
import type { SpinemedError } from '../../errors/index.ts';
import { forkConfined, keepAlive, residentMiB } from '../../processes/index.ts';
import {
  decoderCrashed,
  pictureOverMemory,
  pictureTimedOut,
  pictureUnreadable,
} from './decode-errors.ts';
import { type DecodeRequest, decoderNewsSchema, type PixelPicture } from './protocol.ts';

export type DecodeLimits = { timeoutMs: number; memoryMiB: number; signal: AbortSignal };

/** A process that decodes one picture at a time. Once it has ended it is done for. */
export type Decoder = {
  decode(request: DecodeRequest, limits: DecodeLimits): Promise<PixelPicture>;
  hasEnded(): boolean;
};

type Asker = PromiseWithResolvers<PixelPicture> & { memoryMiB: number };

const watchEveryMs = 20;

export function startDecoder(): Decoder {
  const child = forkConfined(path.join(import.meta.dirname, 'child', 'main.ts'), {
    allow: ['--allow-addons'],
  });
  let hasEnded = false;
  let why: SpinemedError | undefined;
  let asker: Asker | undefined;

  const onEnd = () => {
    hasEnded = true;
    asker?.reject(why ?? decoderCrashed());
  };
  child.once('exit', onEnd);
  // Without a process there is no exit either.
  child.on('error', () => child.pid === undefined && onEnd());
  child.on('message', message => {
    const { data: news } = decoderNewsSchema.safeParse(message);
    if (!news) kill();
    else if (news.type === 'memory') checkMemory(news.residentMiB);
    else if (news.type === 'unreadable') asker?.reject(pictureUnreadable());
    else asker?.resolve(news.picture);
  });
  keepAlive(child, false);

  function kill(reason?: SpinemedError): void {
    why ??= reason;
    hasEnded = true;
    child.kill('SIGKILL');
  }

  function checkMemory(heldMiB: number): void {
    if (asker && heldMiB > asker.memoryMiB) kill(pictureOverMemory(asker.memoryMiB));
  }

  async function decode(request: DecodeRequest, limits: DecodeLimits): Promise<PixelPicture> {
    const { timeoutMs, memoryMiB, signal } = limits;
    const asked = { ...Promise.withResolvers<PixelPicture>(), memoryMiB };
    asker = asked;
    keepAlive(child, true);
    const timeout = setTimeout(() => kill(pictureTimedOut(timeoutMs)), timeoutMs);
    const watch = setInterval(() => checkMemory(residentMiB(child.pid)), watchEveryMs);
    const giveUp = () => {
      asked.reject(signal.reason);
      kill();
    };
    signal.addEventListener('abort', giveUp, { once: true });
    if (hasEnded) asked.reject(decoderCrashed());
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

  return { decode, hasEnded: () => hasEnded };
}
