import type { Finding } from '../finding.ts';
import { sameName } from '../reading/names.ts';
import { TABLE } from '../reading/tables.ts';
import type { Rule } from './rule.ts';

const table = TABLE.agreement;
const rule = 'agreement';

/** Correlations lie from −1 to 1, the least is not above the greatest, and the dimension with
 *  the least is one that is scored. The correlations themselves are not in the tables. */
export const checkAgreement: Rule = ({ tables: { agreement, dimensions } }) => {
  if (!agreement) return [];
  const { min, max, lowestDimension } = agreement;
  const findings: Finding[] = [];
  for (const [field, cell] of [
    ['pearson_min', min],
    ['pearson_max', max],
  ] as const) {
    if (!cell) continue;
    const crossed = min !== null && max !== null && min.value > max.value;
    const outside = Math.abs(cell.value) > 1;
    const fault = outside
      ? 'A correlation lies from −1 to 1.'
      : 'The least correlation lies above the greatest.';
    findings.push({
      table,
      row: ALL_DIMENSIONS,
      field,
      printed: cell.value,
      recomputed: null,
      rule,
      verdict: outside || crossed ? 'inconsistent' : 'not recomputable',
      explanation:
        outside || crossed
          ? fault
          : 'It is a possible correlation; those of the single dimensions are not printed as figures.',
    });
  }
  if (lowestDimension !== null && dimensions) {
    const known = dimensions.columns.some(column => sameName(column, lowestDimension));
    findings.push({
      table,
      row: ALL_DIMENSIONS,
      field: 'lowest_dimension',
      printed: lowestDimension,
      recomputed: null,
      rule,
      verdict: known ? 'consistent' : 'inconsistent',
      explanation: known
        ? `It is one of the dimensions of ${TABLE.dimensions}.`
        : `${TABLE.dimensions} scores no dimension of that name.`,
    });
  }
  return findings;
};

const ALL_DIMENSIONS = 'all dimensions';
