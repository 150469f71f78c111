import type { PartialReport } from '../schema.ts';
import { type Leave, leaveAll, readText } from './content.ts';
import type { Place, Segment } from './cursor.ts';
import { dropAbsent } from './drop-absent.ts';
import { readList } from './read-list.ts';

export function readRisk(
  take: (place: Place) => readonly Segment[],
  leave: Leave,
): PartialReport['risk'] {
  const named = readList(take('risk.risks'));
  // Under a heading that speaks of prognosis too, what has no label could be either.
  const mixed = take('risk').filter(isMixed);
  const loose = take('risk').filter(segment => !isMixed(segment));
  leaveAll(named === undefined ? mixed : [...mixed, ...loose], leave);
  return dropAbsent({
    risks: named ?? readList(loose),
    prognosis: readText(take('risk.prognosis'), leave),
    redFlags: readList(take('risk.redFlags')),
  });
}

function isMixed({ label }: Segment): boolean {
  return label !== null && /prognos|outcome|预后/i.test(label);
}
