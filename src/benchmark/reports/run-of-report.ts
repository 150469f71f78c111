import type { AnswerLine, BenchmarkItem, Run } from '../../contracts/benchmark/index.ts';
import { extractAnswer } from '../answers/index.ts';
import { type Came, collectResults } from '../run/collect-results.ts';
import { openItems, readScoredItems } from '../run/open-items.ts';
import { type Placed, readAnswers } from '../run/read-answers.ts';
import { answersFile, readRun } from '../run/run-file.ts';
import { type RunScores, scoreRun } from '../run/score-run.ts';
import { isRight } from '../scoring/index.ts';

/** What became of one item in one run. */
export type State = 'right' | 'wrong' | 'unparseable' | 'missing' | 'judged' | 'unscored';

export type Told = {
  state: State;
  letters: readonly string[];
  answer: AnswerLine | undefined;
  extraction: AnswerLine | undefined;
  judgements: AnswerLine[];
};

export type RunOfReport = {
  folder: string;
  name: string;
  run: Run;
  scores: RunScores;
  came: Came[];
  /** Of the first repeat, by item. */
  told: Map<string, Told>;
  outputTokens: number[];
};

export async function readRunOfReport(folder: string): Promise<RunOfReport> {
  const run = readRun(folder);
  const scores = await scoreRun(folder);
  const items = await readScoredItems(folder);
  const came = await collectResults(items, readAnswers(answersFile(folder)));
  const told = new Map<string, Told>();
  const outputTokens: number[] = [];
  const results = new Map(came.filter(({ repeat }) => repeat === 0).map(each => [each.id, each]));
  for await (const line of readAnswers(answersFile(folder))) {
    if (line.status !== 'answered') continue;
    if (line.step === 'answer' && line.tokens.output !== null)
      outputTokens.push(line.tokens.output);
    if (line.repeat === 0) take(told, line);
  }
  for (const item of items) {
    const so = told.get(item.id) ?? nothing();
    told.set(item.id, so);
    const result = results.get(item.id)?.result;
    const answer = result && 'answer' in result ? result.answer : [];
    so.letters = answer;
    so.state =
      result === undefined || result.status === 'missing'
        ? 'missing'
        : result.status === 'written'
          ? result.judgements.length > 0
            ? 'judged'
            : 'unscored'
          : result.status === 'unparseable'
            ? 'unparseable'
            : isRight(answer, item.answer)
              ? 'right'
              : 'wrong';
  }
  return { folder, name: run.model.name, run, scores, came, told, outputTokens };
}

const nothing = (): Told => ({
  state: 'missing',
  letters: [],
  answer: undefined,
  extraction: undefined,
  judgements: [],
});

function take(told: Map<string, Told>, { place: _, ...line }: Placed<AnswerLine>): void {
  const so = told.get(line.id) ?? nothing();
  told.set(line.id, so);
  if (line.step === 'answer') so.answer = line;
  if (line.step === 'extract') so.extraction = line;
  if (line.step === 'judge' && line.scores) so.judgements.push(line);
}

/** By which rule an answer was read, or why it could not be. */
export function ruleOf(item: BenchmarkItem, told: Told): string | null {
  if (item.task === 'report' || !told.answer) return null;
  const { task, options } = item;
  return extractAnswer({ task, options, response: told.answer.text ?? '' }).rule;
}

/** All items of a run that are shown, texts included. */
export async function readItemsOf(folder: string, most: number): Promise<BenchmarkItem[]> {
  const opened = await openItems(folder);
  try {
    const places = [...opened.ids.keys()].slice(0, most);
    return await Promise.all(places.map(place => opened.get(place)));
  } finally {
    await opened.close();
  }
}
