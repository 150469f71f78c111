import type { ReportLevelScores } from '../../../contracts/benchmark/index.ts';
import type { Resampling } from '../intervals/resample.ts';
import { countConfusion } from '../levels/confusion.ts';
import { countSides, noSides } from '../levels/sides.ts';
import { siteDistance } from '../levels/sites.ts';
import type { ReportRow } from '../rows.ts';
import { comparePlaces } from './compare-places.ts';
import { compareReports } from './compare-reports.ts';
import { compareSides } from './compare-sides.ts';
import { findingMeasures } from './finding-measures.ts';
import type { Matching } from './match-tuples.ts';

/** What reports say is where, against their references. Null where there is nothing to compare. */
export function reportLevelScores(
  rows: readonly ReportRow[],
  resampling: Resampling,
): ReportLevelScores | null {
  const all = compareReports(rows);
  if (all.length === 0) return null;
  const reports = all.filter(report => report !== null);
  const confusion = countConfusion();
  const side = noSides();
  const places = { expected: 0, said: 0, exact: 0, offByOne: 0 };
  const unrecognised = { said: 0, expected: 0 };
  for (const { expected, said } of reports) {
    for (const pair of comparePlaces(expected.tuples, said.tuples)) {
      confusion.add(pair);
      if (pair.expected !== null) places.expected += 1;
      if (pair.said !== null) places.said += 1;
      if (pair.expected === null || pair.said === null) continue;
      if (pair.expected.name === pair.said.name) places.exact += 1;
      else if (siteDistance(pair.expected, pair.said) === 1) places.offByOne += 1;
    }
    for (const judged of compareSides(expected.tuples, said.tuples)) countSides(side, judged);
    unrecognised.said += said.unrecognised;
    unrecognised.expected += expected.unrecognised;
  }
  const measure = (matching: Matching) => findingMeasures(reports, matching, resampling);
  return {
    n: reports.length,
    notComparable: all.length - reports.length,
    tuple: measure('tuple'),
    levelAndFinding: measure('levelAndFinding'),
    levelAndKind: measure('levelAndKind'),
    finding: measure('finding'),
    level: measure('level'),
    unrecognised,
    places,
    side,
    confusion: confusion.matrix(),
  };
}
