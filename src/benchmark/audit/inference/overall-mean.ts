import type { Context } from '../context.ts';
import { around, combine, type Interval, point } from '../figures/interval.ts';
import { type Estimate, holds, judgeBest } from '../figures/judge.ts';
import type { Printed } from '../figures/printed.ts';
import type { ResultRow } from '../reading/tables.ts';
import type { Formula } from './choose-formula.ts';
import { findFixedWeight } from './fixed-weight.ts';
import { itemWeighted } from './item-weighted.ts';
import { scaledMean } from './mean.ts';
import { reportFormulas } from './report-score.ts';
import { dimensionRowOf } from './section-map.ts';

/** Numbers of reports that the printed averages point to: whole numbers from low to high. */
export function impliedReports(context: Context): Interval | null {
  const questions = questionCount(context);
  if (questions === null) return null;
  const weight = questionWeight(context);
  if (!weight || weight.low <= 0) return null;
  const reports = (share: number) => (questions * (1 - share)) / share;
  const low = Math.ceil(reports(weight.high) - 1e-6);
  const high = Math.floor(reports(weight.low) + 1e-6);
  return low <= high && high > 0 ? { low: Math.max(1, low), high } : null;
}

/** The weight that most overall averages give to the average over questions. */
function questionWeight({ tables }: Context): Interval | null {
  return findFixedWeight(
    tables.results.flatMap(({ qaAverage, reportScore, average }) =>
      qaAverage && reportScore && average
        ? [{ first: qaAverage, second: reportScore, mean: average }]
        : [],
    ),
  );
}

function questionCount({ items, questions }: Context): number | null {
  const best = items?.splits[0];
  return best ? best.text + best.image : questions.agreed;
}

/** Ways from the parts of a model's row to its overall average. The first is the benchmark's
 *  own: text questions, image questions and reports, each weighing as many as there are. */
export function overallFormulas(context: Context, reports: number | null): Formula<ResultRow>[] {
  const [stated] = reportFormulas(context.sections, row => dimensionRowOf(context.tables, row));
  const { items } = context;
  const questions = questionCount(context);
  const weight = questionWeight(context);
  return [
    {
      name: 'the mean weighted by items, reports included',
      estimates: row => [
        ...byItems(row, context, reports),
        ...byQuestions(row, questions, reports),
        ...withSoundReport(row, stated!).flatMap(sound => byItems(sound, context, reports)),
      ],
    },
    plain('the plain mean of the average over questions and the report score', row => [
      row.qaAverage,
      row.reportScore,
    ]),
    plain('the plain mean of text, image and report score', row => [
      row.text,
      row.image,
      row.reportScore,
    ]),
    {
      name: 'the questions alone, reports left out',
      estimates: ({ text, image, qaAverage }) => [
        ...(text && image && items
          ? items.splits.map(split =>
              itemWeighted(
                [
                  { printed: text, items: split.text },
                  { printed: image, items: split.image },
                ],
                'the mean over the questions alone',
              ),
            )
          : []),
        ...(qaAverage ? [scaledMean([qaAverage], 1, 'the average over questions')] : []),
      ],
    },
    plain('the plain mean of text and image, reports left out', row => [row.text, row.image]),
    ...(weight ? [byWeight(weight)] : []),
  ];
}

/** A report score that does not follow is another finding; the average may have been computed
 *  from the right one. */
function withSoundReport(row: ResultRow, formula: Formula<ResultRow>): ResultRow[] {
  const printed = row.reportScore;
  const best = printed && judgeBest(printed, formula.estimates(row));
  if (!best || holds(best.verdict)) return [];
  return [{ ...row, reportScore: { ...printed, value: best.estimate.nominal } }];
}

function plain(name: string, parts: (row: ResultRow) => (Printed | null)[]): Formula<ResultRow> {
  return {
    name,
    estimates: row => {
      const figures = parts(row).flatMap(part => part ?? []);
      return figures.length === parts(row).length ? [scaledMean(figures, 1, name)] : [];
    },
  };
}

/** Whether the overall average bears out the accuracies against the average printed over them. */
export function overallFollowsParts(row: ResultRow, context: Context): boolean {
  const { average } = row;
  const { reports } = context;
  const ofParts = average && judgeBest(average, byItems(row, context, reports));
  const ofMean = average && judgeBest(average, byQuestions(row, questionCount(context), reports));
  return Boolean(ofParts && ofMean && holds(ofParts.verdict) && !holds(ofMean.verdict));
}

/** Report scores are no whole counts, so the exact value keeps their rounding and only theirs. */
function byItems(row: ResultRow, { items }: Context, reports: number | null): Estimate[] {
  const { text, image, reportScore } = row;
  if (!text || !image || !reportScore || !items || reports === null) return [];
  return items.splits.map(split => {
    const how = `the mean weighted by ${split.text} text items, ${split.image} image items and ${reports} reports`;
    const questions = itemWeighted(
      [
        { printed: text, items: split.text },
        { printed: image, items: split.image },
      ],
      how,
    );
    const mix = (part: Interval, score: Interval) =>
      combine([
        { weight: (split.text + split.image) / (split.text + split.image + reports), part },
        { weight: reports / (split.text + split.image + reports), part: score },
      ]);
    return {
      nominal: mix(point(questions.nominal), point(reportScore.value)).low,
      range: mix(questions.range, around(reportScore)),
      exact: questions.exact && mix(questions.exact, around(reportScore)),
      how,
    };
  });
}

function byQuestions(
  { qaAverage, reportScore }: ResultRow,
  questions: number | null,
  reports: number | null,
): Estimate[] {
  if (!qaAverage || !reportScore || questions === null || reports === null) return [];
  const all = questions + reports;
  const parts = (of: (printed: Printed) => Interval) =>
    combine([
      { weight: questions / all, part: of(qaAverage) },
      { weight: reports / all, part: of(reportScore) },
    ]);
  return [
    {
      nominal: parts(({ value }) => point(value)).low,
      range: parts(around),
      how: `the mean of the printed average over ${questions} questions and the score of ${reports} reports`,
    },
  ];
}

function byWeight(weight: Interval): Formula<ResultRow> {
  const name = `the mean with a weight of ${((weight.low + weight.high) / 2).toFixed(3)} on the questions`;
  return {
    name,
    fitted: true,
    estimates: ({ qaAverage, reportScore }) => {
      if (!qaAverage || !reportScore) return [];
      const ends = [weight.low, weight.high].map(share =>
        combine([
          { weight: share, part: around(qaAverage) },
          { weight: 1 - share, part: around(reportScore) },
        ]),
      );
      const range = {
        low: Math.min(...ends.map(end => end.low)),
        high: Math.max(...ends.map(end => end.high)),
      };
      return [{ nominal: (range.low + range.high) / 2, range, how: name }];
    },
  };
}
