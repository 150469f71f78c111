import type { Context } from '../context.ts';
import { show } from '../figures/show.ts';
import { ALL_ROWS, type Finding } from '../finding.ts';
import { impliedReports, overallFormulas } from '../inference/overall-mean.ts';
import { TABLE } from '../reading/tables.ts';
import { judgeColumn } from './judge-column.ts';
import type { Rule } from './rule.ts';

/** The overall average follows from text, image and report, and the weight it gives to reports
 *  is their printed number. */
export const checkOverallAverages: Rule = context => {
  const implied = impliedReports(context);
  const inferred = implied && Math.round((implied.low + implied.high) / 2);
  const formulas = overallFormulas(context, context.reports ?? inferred);
  const findings = judgeColumn({
    table: TABLE.results,
    field: 'average',
    rule: 'overall average',
    rows: context.tables.results,
    label: row => row.label,
    printed: row => row.average,
    formulas,
    span: ({ text, image, qaAverage, reportScore }) => {
      const parts = [text, image, qaAverage, reportScore].flatMap(part => part?.value ?? []);
      return text && image && reportScore
        ? { low: Math.min(...parts), high: Math.max(...parts) }
        : null;
    },
  });
  // Plain means weigh reports by no number of theirs.
  const chosen = findings.find(({ row }) => row === ALL_ROWS)?.recomputed;
  const byNumber = formulas.some(
    ({ name, fitted }, at) => name === chosen && (at === 0 || fitted === true),
  );
  return byNumber ? [...judgeReports(context, implied), ...findings] : findings;
};

function judgeReports(context: Context, implied: { low: number; high: number } | null): Finding[] {
  if (!implied) return [];
  const { low, high } = implied;
  const range = low === high ? show(low) : `${show(low)} to ${show(high)}`;
  const printed = context.reports;
  const place = {
    table: TABLE.results,
    row: ALL_ROWS,
    field: 'reports in the overall average',
    printed,
    recomputed: low === high ? low : range,
    rule: 'item counts',
  };
  const said = `Most overall averages weigh the report score as ${range} reports would`;
  if (printed === null) {
    const explanation = `${said}; no table prints how many there are.`;
    return [{ ...place, verdict: 'consistent', explanation }];
  }
  if (low <= printed && printed <= high) {
    const explanation = `${said}, as the ${show(printed)} that are printed.`;
    return [{ ...place, verdict: 'consistent', explanation }];
  }
  return [
    {
      ...place,
      verdict: 'inconsistent',
      explanation: `${said}, but ${show(printed)} are printed.`,
    },
  ];
}
