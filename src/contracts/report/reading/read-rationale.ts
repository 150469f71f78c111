import type { PartialReport } from '../schema.ts';
import { type Leave, leaveAll, readText } from './content.ts';
import type { Place, Segment } from './cursor.ts';
import { dropAbsent } from './drop-absent.ts';

export function readRationale(
  take: (place: Place) => readonly Segment[],
  leave: Leave,
): PartialReport['rationale'] {
  const named = readText(take('rationale.summary'), leave);
  const loose = take('rationale');
  if (named !== undefined) leaveAll(loose, leave);
  return dropAbsent({
    summary: named ?? readText(loose, leave),
    disclaimer: readText(take('rationale.disclaimer'), leave),
  });
}
