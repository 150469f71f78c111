import { SpinemedError } from '../../errors/index.ts';
import { compareModels, type ModelComparison } from '../scoring/index.ts';
import { collectResults } from './collect-results.ts';
import { readScoredItems } from './open-items.ts';
import { readHeard } from './read-answers.ts';
import { answersFile, readRun } from './run-file.ts';

export type RunComparison = ModelComparison & {
  benchmark: string;
  first: string;
  second: string;
  items: number;
};

/** Two runs on the same items, paired. */
export async function compareRuns(first: string, second: string): Promise<RunComparison> {
  const runs = [readRun(first), readRun(second)] as const;
  const items = await readScoredItems(first);
  const others = new Set((await readScoredItems(second)).map(({ id }) => id));
  const differs =
    runs[0].benchmark.sha256 !== runs[1].benchmark.sha256
      ? 'the benchmarks differ'
      : items.length !== others.size || items.some(({ id }) => !others.has(id))
        ? 'other items were picked'
        : runs[0].repeats !== runs[1].repeats
          ? 'items were asked another number of times'
          : undefined;
  if (differs) throw notComparable(`these runs cannot be compared: ${differs}`, second);
  const resultsOf = async (folder: string) =>
    (await collectResults(items, readHeard(answersFile(folder)))).map(({ result }) => result);
  const comparison = compareModels({
    items,
    first: await resultsOf(first),
    second: await resultsOf(second),
    repeats: runs[0].repeats,
  });
  return {
    benchmark: runs[0].benchmark.name,
    first: runs[0].model.name,
    second: runs[1].model.name,
    items: items.length,
    ...comparison,
  };
}

function notComparable(message: string, place: string): SpinemedError {
  return new SpinemedError({
    code: 'runs-differ',
    mender: 'user',
    message,
    place,
    hint: 'Compare runs of the same benchmark file with the same --limit, --sample, --seed and --repeat.',
  });
}
