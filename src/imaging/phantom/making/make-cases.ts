import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { makeFolder } from '../../../config/index.ts';
import type { LayoutName } from '../layouts/index.ts';
import type { CaseJob, CaseNews } from './case-job.ts';
import { finishDataset } from './finish-dataset.ts';
import { isMade } from './made-case.ts';

export type MakeCasesOptions = {
  out: string;
  cases: number;
  seed: number;
  resolutionMm: number;
  /** None: a folder a case with every picture there is, in every format. */
  layouts: readonly LayoutName[];
  onCase?(done: number, of: number): void;
};

export type MadeCases = { made: number; kept: number; datasets: string[] };

/** More would only wait for each other's memory. */
const mostWorkers = 2;

/** Invents cases and writes them; what an earlier run has written whole is kept. */
export async function makeCases(options: MakeCasesOptions): Promise<MadeCases> {
  const jobs = jobsOf(options);
  const waiting = jobs.filter(job => !isMade(job));
  const kept = jobs.length - waiting.length;
  // Here, where what is wrong with it can still be told in full.
  makeFolder(path.resolve(options.out), 0o755);
  let done = kept;
  options.onCase?.(done, jobs.length);
  await workThrough(waiting, () => {
    done++;
    options.onCase?.(done, jobs.length);
  });
  const datasets = options.layouts.map(name => rootOf(options, name));
  for (const [at, name] of options.layouts.entries()) {
    await finishDataset(name, datasets[at]!, options.cases);
  }
  return { made: waiting.length, kept, datasets };
}

function jobsOf({ out, cases, seed, resolutionMm, layouts }: MakeCasesOptions): CaseJob[] {
  const roots = layouts.map(name => rootOf({ out, layouts }, name));
  return Array.from({ length: cases }, (_, number) => {
    const one = { number, seed: seed * 100_000 + number, resolutionMm };
    return layouts.length === 0
      ? [{ ...one, root: out, layout: null }]
      : layouts.map((layout, at) => ({ ...one, root: roots[at]!, layout }));
  }).flat();
}

/** A single dataset is the folder itself; of several each has its own. */
function rootOf({ out, layouts }: Pick<MakeCasesOptions, 'out' | 'layouts'>, name: string): string {
  return layouts.length === 1 ? out : `${out}/${name}`;
}

async function workThrough(jobs: readonly CaseJob[], onDone: () => void): Promise<void> {
  const count = Math.min(mostWorkers, availableParallelism(), jobs.length);
  const queue = jobs.values();
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('case-worker.ts', import.meta.url)),
  );
  try {
    await Promise.all(workers.map(worker => feed(worker, queue, onDone)));
  } finally {
    await Promise.all(workers.map(worker => worker.terminate()));
  }
}

async function feed(worker: Worker, queue: Iterator<CaseJob>, onDone: () => void): Promise<void> {
  for (let next = queue.next(); !next.done; next = queue.next()) {
    await new Promise<void>((resolve, reject) => {
      const settle = (news: CaseNews) => {
        worker.off('error', reject);
        const { error } = news;
        if (!error) resolve();
        else reject(Object.assign(new Error(error.message), error));
      };
      worker.once('message', settle);
      worker.once('error', reject);
      worker.postMessage(next.value);
    });
    onDone();
  }
}
