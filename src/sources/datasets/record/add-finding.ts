import type { DatasetRecord, Place } from '../../../contracts/imaging/index.ts';
import { findLesionTerm, type Level } from '../../../spine/index.ts';

type Label = {
  /** As the owners write it. */
  column: string;
  value: string;
  levels: readonly Level[];
  picture?: number | null;
  place?: Place | null;
  rater?: string | null;
  /** What the vocabulary calls the column or the value, where the owners' name says more. */
  term?: { column?: string; value?: string };
};

/** What a label says. A blank says nothing; a value that nobody has explained is a problem. */
export function addFinding(record: DatasetRecord, label: Label, where: string): void {
  const { column, value, levels, picture = null, place = null, rater = null } = label;
  if (value === '') return;
  const term = findLesionTerm(
    record.dataset,
    label.term?.column ?? column,
    label.term?.value ?? value,
  );
  if (!term) {
    record.problems.push({ reason: 'unknown-value', place: `${where}, ${column}` });
    return;
  }
  if (term.finding === null) return;
  record.findings.push({
    finding: term.finding,
    state: term.state,
    levels: [...levels],
    side: term.side,
    grade: term.grade,
    picture,
    place,
    rater,
    source: { column, value },
  });
}
