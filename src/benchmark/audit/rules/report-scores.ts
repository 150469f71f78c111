import { reportFormulas } from '../inference/report-score.ts';
import { dimensionRowOf } from '../inference/section-map.ts';
import { TABLE } from '../reading/tables.ts';
import { judgeColumn } from './judge-column.ts';
import type { Rule } from './rule.ts';

/** The report score follows from the section scores. */
export const checkReportScores: Rule = ({ tables, sections }) =>
  judgeColumn({
    table: TABLE.results,
    field: 'report_sum',
    rule: 'report score',
    rows: tables.results,
    label: row => row.label,
    printed: row => row.reportScore,
    formulas: reportFormulas(sections, row => dimensionRowOf(tables, row)),
  });
