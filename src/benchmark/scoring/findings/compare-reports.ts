import type { ScoredItem } from '../result.ts';
import type { ReportRow } from '../rows.ts';
import { type Matches, type Matching, matchTuples } from './match-tuples.ts';
import { type ReportTuples, reportTuples } from './report-tuples.ts';

export type ComparedReport = {
  readonly item: ScoredItem;
  readonly expected: ReportTuples;
  readonly said: ReportTuples;
  readonly matches: Readonly<Record<Matching, Matches>>;
};

/**
 * Every written report that has a reference, beside it. Null in place of a report whose reference
 * states findings of which none is recognised: it can be held against nothing. A reference that
 * recognisably states no abnormality can: saying none is right then, and saying some is not.
 */
export function compareReports(rows: readonly ReportRow[]): (ComparedReport | null)[] {
  let last: { readonly reference: object; readonly tuples: ReportTuples } | null = null;
  return rows.flatMap(({ item, report }): (ComparedReport | null)[] => {
    const { reference } = item;
    if (report === null || reference === null) return [];
    if (last?.reference !== reference) last = { reference, tuples: reportTuples(reference) };
    const expected = last.tuples;
    if (expected.tuples.length === 0 && expected.unrecognised > 0) return [null];
    const said = reportTuples(report);
    return [{ item, expected, said, matches: matchTuples(expected.tuples, said.tuples) }];
  });
}
