import { type ClusterSums, sumByCluster, totalOf } from './intervals/cluster-sums.ts';
import type { ChoiceRow, ReportRow, Rows } from './rows.ts';
import { weightedTotal } from './weighted-total.ts';

export const partNames = ['text', 'image', 'report'] as const;

export type PartName = (typeof partNames)[number];

export type Performances = Readonly<Record<PartName | 'qaAverage' | 'total', number | null>>;

/** How many were asked, how many came to a figure, and those figures, 0 to 100; for each part. */
const COLUMNS = 3;

/** A question with any picture is a picture question, whatever its kind. */
export function partOf({ item }: ChoiceRow | ReportRow): PartName {
  if (item.task === 'report') return 'report';
  return item.images.length === 0 ? 'text' : 'image';
}

/** What an answer is worth, 0 to 100; null where there is none to judge. */
export function worthOf(row: ChoiceRow | ReportRow): number | null {
  if ('score' in row) return row.score;
  if (row.outcome === 'missing') return null;
  return row.outcome === 'right' ? 100 : 0;
}

export function sumParts({ choices, reports }: Rows): ClusterSums {
  const isDone = (row: ChoiceRow | ReportRow) => (worthOf(row) === null ? 0 : 1);
  return sumByCluster(
    [...choices, ...reports],
    ({ item }) => item.group,
    partNames.flatMap(name =>
      [() => 1, isDone, (row: ChoiceRow | ReportRow) => worthOf(row) ?? 0].map(
        figureOf => (row: ChoiceRow | ReportRow) => (partOf(row) === name ? figureOf(row) : 0),
      ),
    ),
  );
}

/** One figure from the sums; only the columns that it is made of are asked for. */
export function performanceOf(
  figure: keyof Performances,
  sumOf: (column: number) => number,
): number | null {
  const part = (name: PartName) => {
    const at = partNames.indexOf(name) * COLUMNS;
    const done = sumOf(at + 1);
    return { n: sumOf(at), performance: done === 0 ? null : sumOf(at + 2) / done };
  };
  if (figure === 'total') return weightedTotal(partNames.map(part));
  if (figure === 'qaAverage') return weightedTotal([part('text'), part('image')]);
  return part(figure).performance;
}

export function performancesOf(sums: ClusterSums): Performances {
  const totals = totalOf(sums);
  const figure = (name: keyof Performances) => performanceOf(name, column => totals[column]!);
  return {
    text: figure('text'),
    image: figure('image'),
    report: figure('report'),
    qaAverage: figure('qaAverage'),
    total: figure('total'),
  };
}
