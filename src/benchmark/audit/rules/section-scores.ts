import { onlyTouches } from '../figures/interval.ts';
import { holds, judge } from '../figures/judge.ts';
import { decimalsOf, type Printed, roundsTo } from '../figures/printed.ts';
import { settle, show, showPrinted } from '../figures/show.ts';
import type { Finding } from '../finding.ts';
import { meanOf } from '../inference/mean.ts';
import { reportFormulas } from '../inference/report-score.ts';
import { dimensionRowOf, type SectionMap } from '../inference/section-map.ts';
import { type Cell, type ResultRow, TABLE } from '../reading/tables.ts';
import type { Rule } from './rule.ts';

/** A section's score is the mean of the dimensions it is scored on. */
export const checkSectionScores: Rule = ({ tables, sections }) =>
  tables.results.flatMap(row => {
    const dimensions = dimensionRowOf(tables, row)?.scores ?? null;
    return [...row.sections].map(([section, printed]) =>
      judgeSection(row, section, printed, sections, dimensions),
    );
  });

function judgeSection(
  row: ResultRow,
  section: string,
  printed: Cell,
  sections: SectionMap | null,
  dimensions: Map<string, Cell> | null,
): Finding {
  const place = {
    table: TABLE.results,
    row: row.label,
    field: `sections.${section}`,
    printed: printed?.value ?? null,
    rule: 'section score',
  };
  const names = sections?.get(section) ?? [];
  const mean = dimensions && meanOf(names, dimensions);
  if (!printed || !mean) {
    const explanation = whyNot(printed, names, dimensions);
    return { ...place, recomputed: null, verdict: 'not recomputable', explanation };
  }
  const verdict = judge(printed, mean);
  const recomputed = settle(mean.nominal, printed);
  const said = `In ${TABLE.dimensions} ${mean.how} is ${show(mean.nominal)}`;
  if (holds(verdict)) {
    const barely = onlyTouches(printed, mean.range)
      ? ', but only just: every score would have been rounded as far as can be'
      : '';
    const rounding = `; rounding explains the printed ${showPrinted(printed)}${barely}.`;
    const end = verdict === 'consistent' ? '.' : rounding;
    return { ...place, recomputed, verdict, explanation: said + end };
  }
  const hint =
    swapHint(row, sections!, dimensions) ||
    reportHint(row, section, settle(mean.nominal), printed) ||
    copyHint(row, section, printed);
  const explanation = `${said}, not ${showPrinted(printed)}.${hint}`;
  return { ...place, recomputed, verdict, explanation };
}

function whyNot(printed: Cell, names: string[], dimensions: Map<string, Cell> | null): string {
  if (!printed) return 'The score is not printed.';
  if (names.length === 0) return 'No table says which dimensions make up this section.';
  if (!dimensions) return `${TABLE.dimensions} has no row for this model.`;
  const missing = names.filter(name => !dimensions.get(name));
  return `${missing.join(', ')} is not printed in ${TABLE.dimensions}.`;
}

/** Two dimension scores that, exchanged, make every section of the row right. */
function swapHint(row: ResultRow, sections: SectionMap, scores: Map<string, Cell>): string {
  const follows = (cells: Map<string, Cell>, section: string) => {
    const printed = row.sections.get(section);
    const mean = meanOf(sections.get(section) ?? [], cells);
    return !printed || !mean || holds(judge(printed, mean));
  };
  const failing = [...row.sections.keys()].filter(section => !follows(scores, section));
  const suspects = failing.flatMap(section => sections.get(section) ?? []);
  for (const a of suspects) {
    for (const b of suspects.slice(suspects.indexOf(a) + 1)) {
      const swapped = new Map(scores).set(a, scores.get(b) ?? null).set(b, scores.get(a) ?? null);
      if (failing.every(section => follows(swapped, section))) {
        return ` Every section would follow if ${a} and ${b} were exchanged in that row.`;
      }
    }
  }
  return '';
}

/** The report score can bear out the recomputed section score against the printed one. */
function reportHint(row: ResultRow, section: string, recomputed: number, printed: Printed): string {
  const score = row.reportScore;
  const value = Number(recomputed.toFixed(decimalsOf(printed)));
  const follows = (sections: Map<string, Cell>) => {
    const [ofSections] = reportFormulas(null, () => null)[0]!.estimates({ ...row, sections });
    return score !== null && ofSections !== undefined && roundsTo(score, ofSections.nominal);
  };
  const mended = new Map(row.sections).set(section, { ...printed, value });
  if (!score || follows(row.sections) || !follows(mended)) return '';
  return ` The printed report score, ${showPrinted(score)}, follows from ${show(value)} and not from ${showPrinted(printed)}.`;
}

function copyHint(row: ResultRow, section: string, printed: Printed): string {
  const twins = [...row.sections].flatMap(([other, cell]) =>
    other !== section && cell?.value === printed.value ? [other] : [],
  );
  return twins.length > 0 ? ` The same figure stands under ${twins.join(' and ')}.` : '';
}
