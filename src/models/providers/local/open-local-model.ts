import { setImmediate } from 'node:timers/promises';
import { checkPicture } from './check-picture.ts';
import { modelClosed } from './host-errors.ts';
import { hostSettings } from './host-settings.ts';
import { type Batch, deliver, type Job, refuse, requestOf, takeBatch } from './job.ts';
import type { LocalModel, LocalSettings } from './local-model.ts';
import type { Generated } from './protocol.ts';
import { type Host, startHost } from './start-host.ts';
import { usualMemoryMiB } from './usual-memory.ts';
import { newWaiter } from './waiter.ts';

/** A long answer on a slow processor, with the model still to load. */
const usualTimeoutMs = 10 * 60_000;
const mostPicturesAtOnce = 8;

/** Nothing is looked for or started until the first request. All wait in one line: the runtime
 *  computes one thing at a time, on as many cores as there are. */
export function openLocalModel(settings: LocalSettings): LocalModel {
  const limits = {
    timeoutMs: settings.timeoutMs ?? usualTimeoutMs,
    memoryMiB: settings.memoryMiB ?? usualMemoryMiB(),
  };
  // Quantised weights scale what they compute by the largest of the whole batch, so that an
  // embedding would depend on its neighbours.
  const isQuantised = !['fp32', 'fp16'].includes(settings.dtype ?? 'fp32');
  const mostPictures = isQuantised ? 1 : mostPicturesAtOnce;
  const line: Job[] = [];
  let underWay: Batch | undefined;
  let host: Host | undefined;
  let isServing = false;
  let isClosed = false;

  function join(job: Job): void {
    if (isClosed) job.waiter.reject(modelClosed());
    else line.push(job);
    if (!isServing) void serveAll();
  }

  async function serveAll(): Promise<void> {
    isServing = true;
    // Those who ask in one go are served in one go.
    await setImmediate();
    for (;;) {
      underWay = takeBatch(line, mostPictures);
      if (!underWay) break;
      await serve(underWay);
    }
    isServing = false;
  }

  // Some of a batch may leave: it goes on for the others.
  function onLeave(): void {
    if (underWay?.jobs.every(({ waiter }) => waiter.hasLeft())) host?.cancel();
  }

  async function serve(batch: Batch): Promise<void> {
    try {
      if (!host || host.hasEnded()) host = startHost(hostSettings(settings), limits);
      const onText = batch.type === 'generate' ? batch.jobs[0].onText : () => {};
      deliver(batch, await host.ask(requestOf(batch), onText));
    } catch (error) {
      refuse(batch, error);
    }
  }

  return {
    async embed(picture, signal) {
      checkPicture(picture);
      const waiter = newWaiter<Float32Array>(signal, onLeave);
      join({ type: 'embed', picture, waiter });
      return waiter.promise;
    },
    async generate({ prompt, pictures, maxOutputTokens, temperature, seed, signal, onText }) {
      for (const picture of pictures.values()) checkPicture(picture);
      const waiter = newWaiter<Generated>(signal, onLeave);
      const request = {
        ...{ prompt, pictures, maxOutputTokens, temperature, seed },
        stream: onText !== undefined,
      };
      const pass = (delta: string) => {
        if (waiter.hasLeft()) return;
        try {
          onText?.(delta);
        } catch (error) {
          // Whom it was for has gone: a page that was closed, say.
          waiter.reject(error);
          onLeave();
        }
      };
      join({ type: 'generate', request, onText: pass, waiter });
      return waiter.promise;
    },
    async close() {
      isClosed = true;
      refuse({ jobs: [...line.splice(0), ...(underWay?.jobs ?? [])] }, modelClosed());
      await host?.end();
    },
  };
}
