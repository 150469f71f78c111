import { listWords, show } from '../figures/show.ts';
import { ALL_ROWS, type Finding } from '../finding.ts';
import { sameName } from '../reading/names.ts';
import { TABLE } from '../reading/tables.ts';
import type { Rule } from './rule.ts';

const rule = 'sections and dimensions';

/** The dimensions that make up the sections are those that are scored, each once, and the
 *  results have as many sections. */
export const checkReportSections: Rule = ({ tables }) => {
  const { reportSections, dimensions, results } = tables;
  if (reportSections.size === 0) return [];
  const named = [...reportSections.values()].flat();
  const findings: Finding[] = [];
  if (dimensions) {
    const scored = dimensions.columns;
    const missing = named.filter(name => !scored.some(column => sameName(column, name)));
    const extra = scored.filter(column => !named.some(name => sameName(column, name)));
    const twice = named.filter((name, at) => named.findIndex(other => sameName(other, name)) < at);
    const faults = [
      missing.length ? `${listWords(missing)} is not scored in ${TABLE.dimensions}` : '',
      extra.length ? `${listWords(extra)} is scored but belongs to no section` : '',
      twice.length ? `${listWords(twice)} belongs to two sections` : '',
    ].filter(Boolean);
    findings.push({
      table: TABLE.reportSections,
      row: ALL_ROWS,
      field: 'dimensions',
      printed: named.length,
      recomputed: scored.length,
      rule,
      verdict: faults.length ? 'inconsistent' : 'consistent',
      explanation: faults.length
        ? `${faults.join('; ')}.`
        : `The ${show(named.length)} dimensions of the sections are those scored in ${TABLE.dimensions}.`,
    });
  }
  const sections = results[0]?.sections.size ?? 0;
  if (sections > 0) {
    findings.push({
      table: TABLE.reportSections,
      row: ALL_ROWS,
      field: 'sections',
      printed: reportSections.size,
      recomputed: sections,
      rule,
      verdict: reportSections.size === sections ? 'consistent' : 'inconsistent',
      explanation: `${TABLE.results} prints scores of ${show(sections)} sections, this table has ${show(reportSections.size)}.`,
    });
  }
  return findings;
};
