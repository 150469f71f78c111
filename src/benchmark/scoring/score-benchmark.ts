import type { DetailedScores } from '../../contracts/benchmark/index.ts';
import { breakDown } from './breakdowns.ts';
import { choiceCell } from './choices/choice-cell.ts';
import { choicePart } from './choices/choice-part.ts';
import { multiSelectCell } from './choices/multi-select.ts';
import { reportLevelScores } from './findings/report-levels.ts';
import { type Resampling, resample } from './intervals/resample.ts';
import { itemLevelScores } from './levels/item-levels.ts';
import { writeNotes } from './notes.ts';
import { type Performances, partOf, performanceOf, performancesOf, sumParts } from './part-sums.ts';
import { reportPart } from './reports/report-part.ts';
import type { Result, ScoredItem } from './result.ts';
import { arrangeRows, type Rows } from './rows.ts';

export type Scoring = {
  readonly benchmark: string;
  readonly model: string;
  /** All that was to be asked; what has no result is a hole, and said. */
  readonly items: readonly ScoredItem[];
  readonly results: readonly Result[];
  /** How often every item was to be asked. */
  readonly repeats?: number | undefined;
};

/** All figures of one model on one benchmark, from its items and what came of asking them. */
export function scoreBenchmark(
  { benchmark, model, items, results, repeats = 1 }: Scoring,
  resampling: Resampling = {},
): DetailedScores {
  const rows = arrangeRows(items, results, repeats);
  const { choices, reports } = rows;
  const ofPart = Map.groupBy(choices, partOf);
  const parts = {
    text: choicePart(ofPart.get('text') ?? [], resampling),
    image: choicePart(ofPart.get('image') ?? [], resampling),
    report: reportPart(reports, resampling),
  };
  const ofTask = Map.groupBy(choices, ({ item }) => item.task);
  const single = ofTask.get('mcq');
  const sums = sumParts(rows);
  const { qaAverage, total } = performancesOf(sums);
  return {
    benchmark,
    model,
    parts,
    qaAverage,
    total,
    totalResampled: resample(sums, sumOf => performanceOf('total', sumOf), resampling),
    ...coverageOf(parts),
    notes: writeNotes(parts, repeats),
    tasks: {
      mcq: single === undefined ? null : choiceCell(single),
      'mcq-multi': multiSelectCell(ofTask.get('mcq-multi') ?? []),
    },
    ...breakDown(rows, resampling),
    repeats: repeats === 1 ? [] : eachRepeat(rows, repeats),
    levels: {
      items: itemLevelScores(choices, resampling),
      reports: reportLevelScores(reports, resampling),
    },
  };
}

function eachRepeat({ choices, reports }: Rows, repeats: number): Performances[] {
  return Array.from({ length: repeats }, (_, repeat) =>
    performancesOf(
      sumParts({
        choices: choices.filter(row => row.repeat === repeat),
        reports: reports.filter(row => row.repeat === repeat),
      }),
    ),
  );
}

function coverageOf({ text, image, report }: DetailedScores['parts']) {
  const n = (text?.n ?? 0) + (image?.n ?? 0) + (report?.n ?? 0);
  const done = (text?.answered ?? 0) + (image?.answered ?? 0) + (report?.scored ?? 0);
  return { coverage: n === 0 ? null : done / n, complete: done === n };
}
