import { type Cell, type ResultRow, TABLE, type Tables } from '../reading/tables.ts';

/** The rows of both tables that print accuracies on questions. */
export type AccuracyRow = {
  table: string;
  label: string;
  text: Cell;
  image: Cell;
  average: Cell;
  averageField: string;
  /** The row of the results it is, with its overall average. */
  result: ResultRow | null;
};

export function accuracyRows(tables: Tables): AccuracyRow[] {
  return [
    ...tables.results.map(row => ({
      table: TABLE.results,
      label: row.label,
      text: row.text,
      image: row.image,
      average: row.qaAverage,
      averageField: 'qa_average',
      result: row,
    })),
    ...tables.ablation.map(row => ({
      table: TABLE.ablation,
      label: row.label,
      text: row.text,
      image: row.image,
      average: row.average,
      averageField: 'average',
      result: null,
    })),
  ];
}
