import { existsSync, readFileSync, statSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Run, runSchema } from '../../contracts/benchmark/index.ts';
import { SpinemedError } from '../../errors/index.ts';

export const runFile = (folder: string) => path.join(folder, 'run.json');
export const answersFile = (folder: string) => path.join(folder, 'answers.jsonl');
export const scoresFile = (folder: string) => path.join(folder, 'scores.json');

/** What was asked of whom; undefined where no run was started yet. */
export function findRun(folder: string): Run | undefined {
  const file = runFile(folder);
  if (!existsSync(file)) return undefined;
  try {
    return runSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new SpinemedError({
      code: 'run-unreadable',
      mender: 'user',
      message: 'this is not what a benchmark run was asked',
      place: file,
      hint: 'Bring the file back from a copy, or start the run in another folder.',
    });
  }
}

/** Whether any request of the run has begun, or somebody is at it. */
export function wasAsked(folder: string): boolean {
  const file = answersFile(folder);
  const hasBytes = (name: string) => (statSync(name, { throwIfNoEntry: false })?.size ?? 0) > 0;
  return [file, `${file}.asked`, `${file}.lock`].some(hasBytes);
}

export function readRun(folder: string): Run {
  const run = findRun(folder);
  if (run) return run;
  throw new SpinemedError({
    code: 'no-run',
    mender: 'user',
    message: 'there is no benchmark run in this folder',
    place: folder,
    hint: 'Give the folder that `bench run … --out` named.',
  });
}

/** Whole or not at all. */
export async function writeJson(file: string, value: unknown): Promise<void> {
  const part = `${file}.part-${process.pid}`;
  await writeFile(part, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(part, file);
}

/** A run goes on as it was begun, or it is another run. */
export function checkSame(folder: string, before: Run, now: Run): void {
  const differ = differences(before, now);
  if (differ.length === 0) return;
  throw new SpinemedError({
    code: 'run-differs',
    mender: 'user',
    message: `the run in this folder was asked otherwise: ${differ.join('; ')}`,
    place: runFile(folder),
    hint: 'Give what it was begun with to go on, or another --out to start anew.',
  });
}

type Field = [name: string, of: (run: Run) => unknown];

const fields: readonly Field[] = [
  ['the benchmark', ({ benchmark: { sha256 } }) => sha256],
  ['--limit', ({ picked }) => picked.limit],
  ['--sample', ({ picked }) => picked.sample],
  ['--seed', ({ picked }) => picked.seed],
  ['--repeat', ({ repeats }) => repeats],
  ['the model', ({ model: { parameters: _, ...model } }) => model],
  ["the model's parameters", ({ model }) => model.parameters],
  ['the judges', ({ judges }) => judges],
  ['--judge-repeat', ({ judgements }) => judgements],
  ['the extractor', ({ extractor }) => extractor],
  ['the prompts', ({ prompts }) => prompts],
];

/** Names what differs and, where it is short and nobody's data, how. */
export function differences(before: Run, now: Run): string[] {
  return fields.flatMap(([name, of]) => {
    const [was, is] = [of(before), of(now)].map(value => JSON.stringify(value));
    if (was === is) return [];
    return [
      name === 'the benchmark' ? `${name} (its file changed)` : `${name} (was ${was}, is ${is})`,
    ];
  });
}
