import { hash } from 'node:crypto';
import type { BenchmarkItem, Run } from '../../contracts/benchmark/index.ts';
import { SpinemedError } from '../../errors/index.ts';
import { seededRandom } from '../../statistics/index.ts';
import { type DoneSteps, readDoneSteps } from '../run/done-steps.ts';
import { type OpenItems, openItems } from '../run/open-items.ts';
import { pictureFile } from '../run/picture-files.ts';
import { readAnswers } from '../run/read-answers.ts';
import { answersFile, readRun } from '../run/run-file.ts';

/** What one model wrote on its way to an answer. */
export type ReasoningSample = {
  item: BenchmarkItem;
  /** Stands for the model, whose name a rater is not to see. */
  code: string;
  /** As files. */
  pictures: readonly string[];
  reasoning: string;
};

export type SampledReasoning = {
  samples: ReasoningSample[];
  /** Who is behind each code. */
  models: Map<string, { folder: string; model: Run['model'] }>;
};

/** Reports are judged on dimensions of their own. */
const tasks = ['mcq', 'mcq-multi'] as const;

/** Draws the same items of each task from every run, so that models are rated on the same
 *  questions; who wrote what is mixed. The same seed draws the same from the same runs. */
export async function sampleReasoning(
  folders: readonly string[],
  { perTask, seed }: { perTask: number; seed: number },
): Promise<SampledReasoning> {
  const runs = await Promise.all(folders.map(folder => openRun(folder, seed)));
  try {
    refuseStrangers(runs);
    const drawn: ReasoningSample[] = [];
    for (const places of await placesByTask(runs[0]!)) {
      let left = perTask;
      for (const place of shuffled(places, seed)) {
        if (left === 0) break;
        const samples = await Promise.all(runs.map(run => sampleOf(run, place)));
        const whole = samples.filter(sample => sample !== undefined);
        if (whole.length < runs.length) continue;
        drawn.push(...whole);
        left--;
      }
    }
    return {
      samples: shuffled(drawn, seed),
      models: new Map(runs.map(({ code, folder, run }) => [code, { folder, model: run.model }])),
    };
  } finally {
    await Promise.all(runs.map(({ items }) => items.close()));
  }
}

type OpenRun = { folder: string; code: string; run: Run; items: OpenItems; done: DoneSteps };

async function openRun(folder: string, seed: number): Promise<OpenRun> {
  const run = readRun(folder);
  const file = answersFile(folder);
  const done = await readDoneSteps(file, readAnswers(file));
  const digest = hash('sha256', JSON.stringify([seed, run.startedAt, run.model]));
  const code = `M-${digest.slice(0, 6).toUpperCase()}`;
  return { folder, code, run, items: await openItems(folder), done };
}

function refuseStrangers(runs: readonly OpenRun[]): void {
  const wrong = runs.find(({ run, code }, at) => {
    const [first] = runs;
    const isSame = run.benchmark.sha256 === first!.run.benchmark.sha256;
    return !isSame || runs.findIndex(other => other.code === code) !== at;
  });
  if (!wrong) return;
  throw new SpinemedError({
    code: 'runs-differ',
    mender: 'user',
    message: 'this run has another benchmark than the first, or is named twice',
    place: wrong.folder,
    hint: 'Name each run once, all of them of one benchmark file.',
  });
}

async function placesByTask({ items }: OpenRun): Promise<number[][]> {
  const places = new Map<string, number[]>(tasks.map(task => [task, []]));
  for (const place of items.ids.keys()) {
    const { task } = await items.get(place);
    places.get(task)?.push(place);
  }
  return [...places.values()];
}

async function sampleOf(
  { folder, code, run, items, done }: OpenRun,
  place: number,
): Promise<ReasoningSample | undefined> {
  const id = items.ids[place];
  const reasoning = id === undefined ? undefined : await done.textOf(id, 0);
  if (reasoning === undefined || reasoning.trim() === '') return undefined;
  const item = await items.get(place);
  const folders = { benchmark: run.benchmark.folder, run: folder };
  const pictures = item.images.map(image => pictureFile(folders, image));
  return { item, code, pictures, reasoning };
}

function shuffled<T>(values: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  const mixed = [...values];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = random(at + 1);
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}
