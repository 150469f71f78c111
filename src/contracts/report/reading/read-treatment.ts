import type { PartialReport } from '../schema.ts';
import { type Leave, leaveAll, readText } from './content.ts';
import type { Place, Segment } from './cursor.ts';
import { dropAbsent } from './drop-absent.ts';
import { readPhysician } from './read-physician.ts';

type Treatment = NonNullable<PartialReport['treatment']>;

export function readTreatment(
  take: (place: Place) => readonly Segment[],
  leave: Leave,
): Treatment | undefined {
  const plan = readText(take('treatment.patient.plan'), leave);
  // Told to no one in particular, or to the patient without a heading of its own, it is the plan.
  const loose = [...take('treatment'), ...take('treatment.patient')];
  const patient = dropAbsent({
    conservative: readText(take('treatment.patient.conservative'), leave),
    necessity: readText(take('treatment.patient.necessity'), leave),
    plan: plan ?? readText(loose, leave),
    recovery: readText(take('treatment.patient.recovery'), leave),
  });
  if (plan !== undefined) leaveAll(loose, leave);
  return dropAbsent({ patient, physician: readPhysician(take, leave) });
}
