import { Worker } from 'node:worker_threads';
import type { Answer, Task } from './messages.ts';

export type Pool = { size: number; run: (task: Task) => Promise<Answer>; end: () => Promise<void> };

/** Workers that each take a file at a time. One that dies of a file fails that file alone. */
export function startPool(size: number): Pool {
  const idle: Worker[] = [];
  const queue: Array<{ task: Task; resolve: (answer: Answer) => void }> = [];
  const all = new Set<Worker>();
  let started = 0;
  let isEnding = false;
  const start = () => {
    // Young objects are most of what there is; with room for more of them the workers hold on to more
    // memory and are no faster.
    const worker = new Worker(new URL('./bind-worker.ts', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: 24 },
    });
    worker.on('error', () => {});
    all.add(worker);
    started++;
    return worker;
  };
  const next = () => {
    while (queue.length > 0) {
      const worker = idle.pop() ?? (started < size ? start() : undefined);
      if (!worker) return;
      const { task, resolve } = queue.shift()!;
      const settle = (answer: Answer) => {
        worker.off('message', settle);
        worker.off('exit', died);
        idle.push(worker);
        resolve(answer);
        next();
      };
      const died = () => {
        if (isEnding) return;
        all.delete(worker);
        started--;
        resolve({ index: task.index, failure: 'binding-failed' });
        next();
      };
      worker.on('message', settle);
      worker.once('exit', died);
      worker.postMessage(task);
    }
  };
  return {
    size,
    run: task =>
      new Promise(resolve => {
        queue.push({ task, resolve });
        next();
      }),
    async end() {
      isEnding = true;
      await Promise.all([...all].map(worker => worker.terminate()));
    },
  };
}
