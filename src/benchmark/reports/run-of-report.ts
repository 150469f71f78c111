import type { AnswerLine, BenchmarkItem, Run } from '../../contracts/benchmark/index.ts';
import { extractAnswer } from '../answers/index.ts';
import { type Came, collectResults } from '../run/collect-results.ts';
import { openItems, readScoredItems } from '../run/open-items.ts';
import { type Placed, readAnswers } from '../run/read-answers.ts';
import { answersFile, readRun } from '../run/run-file.ts';
import { type RunScores, scoreRun } from '../run/score-run.ts';
import { textBeforeCut } from '../run/text-before-cut.ts';
import { isRight, type Result } from '../scoring/index.ts';

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
  /** What became of each item, a repeat at a place. */
  told: Map<string, Told[]>;
  outputTokens: number[];
};

export async function readRunOfReport(folder: string): Promise<RunOfReport> {
  const run = readRun(folder);
  const scores = await scoreRun(folder);
  const items = await readScoredItems(folder);
  const came = await collectResults(items, readAnswers(answersFile(folder)));
  const told = new Map<string, Told[]>();
  const outputTokens: number[] = [];
  const results = new Map(came.map(each => [`${each.repeat} ${each.id}`, each]));
  for await (const line of readAnswers(answersFile(folder))) {
    if (line.status !== 'answered') continue;
    if (line.step === 'answer' && line.tokens.output !== null)
      outputTokens.push(line.tokens.output);
    take(toldOf(told, line.id, run.repeats), line);
  }
  for (const item of items) {
    for (const [repeat, so] of toldOf(told, item.id, run.repeats).entries()) {
      const result = results.get(`${repeat} ${item.id}`)?.result;
      so.letters = result && 'answer' in result ? result.answer : [];
      so.state = stateOf(result, item.answer);
    }
  }
  return { folder, name: run.model.name, run, scores, came, told, outputTokens };
}

function stateOf(result: Result | undefined, right: readonly string[]): State {
  if (result === undefined || result.status === 'missing') return 'missing';
  if (result.status === 'written') return result.judgements.length > 0 ? 'judged' : 'unscored';
  if (result.status === 'unparseable') return 'unparseable';
  return isRight(result.answer, right) ? 'right' : 'wrong';
}

function toldOf(told: Map<string, Told[]>, id: string, repeats: number): Told[] {
  const so = told.get(id) ?? Array.from({ length: repeats }, nothing);
  told.set(id, so);
  return so;
}

const nothing = (): Told => ({
  state: 'missing',
  letters: [],
  answer: undefined,
  extraction: undefined,
  judgements: [],
});

function take(repeats: Told[], { place: _, ...line }: Placed<AnswerLine>): void {
  const so = repeats[line.repeat];
  if (!so) return;
  if (line.step === 'answer') so.answer = line;
  if (line.step === 'extract') so.extraction = line;
  if (line.step === 'judge' && line.scores) so.judgements.push(line);
}

/** By which rule an answer was read, or why it could not be. */
export function ruleOf(item: BenchmarkItem, told: Told): string | null {
  if (item.task === 'report' || !told.answer) return null;
  const { task, options } = item;
  const { text, finish } = told.answer;
  return extractAnswer({ task, options, response: textBeforeCut(text ?? '', finish) }).rule;
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
