import type { DetailedScores } from '../../contracts/benchmark/index.ts';
import { reportScore, scoreBenchmark } from '../scoring/index.ts';
import { type Came, collectResults } from './collect-results.ts';
import {
  countJudgements,
  type JudgementCount,
  noteOfCutOff,
  notesOfJudges,
} from './count-judgements.ts';
import { countUsage, type Usage } from './count-usage.ts';
import { readScoredItems } from './open-items.ts';
import { readHeard } from './read-answers.ts';
import { type Read, readAnew } from './read-once.ts';
import { answersFile, readRun, scoresFile, writeJson } from './run-file.ts';
import { tallyLines } from './tally-lines.ts';

export type RunScores = DetailedScores & {
  /** Who judged; a classical method is told apart from a model. */
  judges: Array<
    {
      name: string;
      method: string | null;
      /** By this judge alone. */
      score: number | null;
      /** Reports with any judgement of this judge. */
      judged: number;
    } & JudgementCount
  >;
  method: string | null;
  usage: Usage;
};

/** Computes all figures of a run from its answers, and puts them beside them. */
export async function scoreRun(folder: string, read: Read = readAnew): Promise<RunScores> {
  const run = readRun(folder);
  const items = await readScoredItems(folder);
  const used = countUsage();
  const tally = tallyLines();
  const lines = tally.of(used.of(readHeard(answersFile(folder))));
  const came = await collectResults(items, lines, read);
  const scores = scoreBenchmark({
    benchmark: run.benchmark.name,
    model: run.model.name,
    items,
    results: came.map(({ result }) => result),
    repeats: run.repeats,
  });
  const judges = run.judges.map(({ name, method }) => {
    const heard = tally.judgementsOf.get(name);
    const count = countJudgements(name, { items, came, each: run.judgements, heard });
    return { name, method, ...scoreOf(came, name), ...count };
  });
  const ofJudges = notesOfJudges(judges);
  const answers = came.filter(({ result }) => result.status !== 'missing').length;
  const scored: RunScores = {
    ...scores,
    complete: scores.complete && ofJudges.length === 0,
    notes: [...scores.notes, ...ofJudges, ...noteOfCutOff(tally.cutOff.size, answers)],
    method: run.model.method,
    judges,
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
