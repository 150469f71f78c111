import { asc, eq, inArray } from 'drizzle-orm';
import type { Store } from '../open-store.ts';
import { rejectCounts, stageCounts, steps } from '../schema.ts';

/** A step's books: in = out + rejects + waiting. `made` counts what came out of the inputs,
 *  `partsRejected` what was rejected of inputs that got through. */
export type StepCounts = {
  step: number;
  stage: string;
  version: number;
  in: number;
  out: number;
  rejects: number;
  waiting: number;
  made: number;
  partsRejected: number;
  reasons: Record<string, number>;
};

/** The books of some steps, in the order asked for; of all steps if none are named. */
export async function readCounts(store: Store, numbers?: readonly number[]): Promise<StepCounts[]> {
  const rows = await store.db
    .select()
    .from(stageCounts)
    .innerJoin(steps, eq(steps.number, stageCounts.step))
    .where(numbers ? inArray(steps.number, [...numbers]) : undefined)
    .orderBy(asc(steps.number));
  const reasons = await store.db
    .select()
    .from(rejectCounts)
    .where(numbers ? inArray(rejectCounts.step, [...numbers]) : undefined)
    .orderBy(asc(rejectCounts.reason));
  const counted = rows.map(({ steps: step, stage_counts: count }) => ({
    step: step.number,
    stage: step.stage,
    version: step.version,
    in: count.given,
    out: count.passed,
    rejects: count.rejected,
    waiting: count.given - count.passed - count.rejected,
    made: count.made,
    partsRejected: count.partsRejected,
    reasons: Object.fromEntries(
      reasons
        .filter(row => row.step === step.number && row.count > 0)
        .map(row => [row.reason, row.count]),
    ),
  }));
  if (!numbers) return counted;
  return numbers.flatMap(number => counted.find(row => row.step === number) ?? []);
}
