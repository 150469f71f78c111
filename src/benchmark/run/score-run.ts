import type { DetailedScores } from '../../contracts/benchmark/index.ts';
import { reportScore, scoreBenchmark } from '../scoring/index.ts';
import { type Came, collectResults } from './collect-results.ts';
import { countUsage, type Usage } from './count-usage.ts';
import { readScoredItems } from './open-items.ts';
import { readHeard } from './read-answers.ts';
import { answersFile, readRun, scoresFile, writeJson } from './run-file.ts';

export type RunScores = DetailedScores & {
  /** Who judged; a classical method is told apart from a model. */
  judges: Array<{ name: string; method: string | null; score: number | null; judged: number }>;
  method: string | null;
  usage: Usage;
};

/** Computes all figures of a run from its answers, and puts them beside them. */
export async function scoreRun(folder: string): Promise<RunScores> {
  const run = readRun(folder);
  const items = await readScoredItems(folder);
  const used = countUsage();
  const came = await collectResults(items, used.of(readHeard(answersFile(folder))));
  const scores = scoreBenchmark({
    benchmark: run.benchmark.name,
    model: run.model.name,
    items,
    results: came.map(({ result }) => result),
    repeats: run.repeats,
  });
  const scored: RunScores = {
    ...scores,
    method: run.model.method,
    judges: run.judges.map(({ name, method }) => ({ name, method, ...scoreOf(came, name) })),
    usage: used.usage,
  };
  await writeJson(scoresFile(folder), scored);
  return scored;
}

/** What one judge by itself makes of the reports. */
function scoreOf(came: readonly Came[], name: string): { score: number | null; judged: number } {
  const means = came.flatMap(({ judged }) => {
    const own = judged
      .filter(({ judge }) => judge === name)
      .map(({ scores }) => reportScore(scores));
    return own.length === 0 ? [] : [own.reduce((a, b) => a + b) / own.length];
  });
  const score = means.length === 0 ? null : means.reduce((a, b) => a + b) / means.length;
  return { score, judged: means.length };
}
