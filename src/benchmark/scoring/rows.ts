import type { PartialReport } from '../../contracts/report/index.ts';
import { isRight } from './choices/is-right.ts';
import { meanJudgement } from './reports/mean-judgement.ts';
import { reportScore } from './reports/report-score.ts';
import type { Judgement, Result, ScoredItem } from './result.ts';

export type ChoiceRow = {
  readonly item: ScoredItem;
  readonly repeat: number;
  readonly outcome: 'right' | 'wrong' | 'unparseable' | 'missing';
  readonly isModelExtracted: boolean;
  readonly said: readonly string[];
};

export type ReportRow = {
  readonly item: ScoredItem;
  readonly repeat: number;
  /** Null where no answer came. */
  readonly report: PartialReport | null;
  readonly judgements: readonly Judgement[];
  readonly dimensions: Judgement | null;
  readonly score: number | null;
};

export type Rows = {
  readonly choices: readonly ChoiceRow[];
  readonly reports: readonly ReportRow[];
};

/**
 * One row for every item and repeat that was asked for, answered or not, in the order of the ids: what
 * is computed from them, intervals included, does not depend on the order they were handed in.
 */
export function arrangeRows(
  items: readonly ScoredItem[],
  results: readonly Result[],
  repeats: number,
): Rows {
  if (!Number.isSafeInteger(repeats) || repeats < 1) {
    throw new RangeError(`repeats is not a whole number of at least 1: ${repeats}`);
  }
  const ordered = [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const found = gather(ordered, results, repeats);
  const choices: ChoiceRow[] = [];
  const reports: ReportRow[] = [];
  for (const item of ordered) {
    const ofItem = found.get(item.id)!;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const result = ofItem[repeat];
      if (item.task === 'report') reports.push(toReportRow(item, repeat, result));
      else choices.push(toChoiceRow(item, repeat, result));
    }
  }
  return { choices, reports };
}

function gather(items: readonly ScoredItem[], results: readonly Result[], repeats: number) {
  const found = new Map<string, (Result | undefined)[]>();
  for (const { id } of items) {
    if (found.has(id)) throw new RangeError(`two items have the id ${id}`);
    found.set(id, []);
  }
  for (const result of results) {
    const { id, repeat = 0 } = result;
    const ofItem = found.get(id);
    if (ofItem === undefined) throw new RangeError(`a result for ${id}, which is no item`);
    if (!(Number.isSafeInteger(repeat) && repeat >= 0 && repeat < repeats)) {
      throw new RangeError(`repeat ${repeat} of ${id} is not one of ${repeats}`);
    }
    if (ofItem[repeat] !== undefined) throw new RangeError(`two results for ${id}, ${repeat}`);
    ofItem[repeat] = result;
  }
  return found;
}

function toChoiceRow(item: ScoredItem, repeat: number, result: Result | undefined): ChoiceRow {
  const plain = { item, repeat, isModelExtracted: false, said: [] };
  if (result === undefined || result.status === 'missing') return { ...plain, outcome: 'missing' };
  if (result.status === 'unparseable') return { ...plain, outcome: 'unparseable' };
  if (result.status === 'written') throw new RangeError(`${item.id} is a choice, not a report`);
  const said = result.answer.length < 2 ? result.answer : [...new Set(result.answer)];
  return {
    item,
    repeat,
    isModelExtracted: result.status === 'model-extracted',
    said,
    outcome: isRight(said, item.answer) ? 'right' : 'wrong',
  };
}

function toReportRow(item: ScoredItem, repeat: number, result: Result | undefined): ReportRow {
  if (result === undefined || result.status === 'missing') {
    return { item, repeat, report: null, judgements: [], dimensions: null, score: null };
  }
  if (result.status !== 'written') throw new RangeError(`${item.id} is a report, not a choice`);
  const { report, judgements } = result;
  const dimensions = meanJudgement(judgements);
  const score = dimensions === null ? null : reportScore(dimensions);
  return { item, repeat, report, judgements, dimensions, score };
}
