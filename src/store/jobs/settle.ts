import { setTimeout as sleep } from 'node:timers/promises';
import { SpinemedError } from '../../errors/index.ts';
import { isReject, type Outcome, reject } from './outcome.ts';
import type { Step } from './recipe.ts';

/** Reasons that the frame itself gives, whatever the stage. A later build tries these again. */
export const frameReasons = ['gave-up', 'defect'] as const;

const pausesMs = [250, 1000, 4000];

export type DefectLog = (error: unknown, about: { stage: string; input: string }) => void;

/** Does the work on one input and always comes back with outcomes: what a retry can mend is
 *  tried again a few times; a defect of ours is a reject of this input, not the end of the run.
 *  Only what the user must mend (and the wish to stop) is thrown. */
export async function settle(
  step: Step,
  input: string,
  work: () => Promise<Outcome | Outcome[]> | Outcome | Outcome[],
  signal: AbortSignal,
  logDefect: DefectLog,
  where: { place?: string } = {},
): Promise<Outcome[]> {
  for (let attempt = 0; ; attempt++) {
    try {
      const result = await work();
      return checked(step, Array.isArray(result) ? result : [result]);
    } catch (error) {
      signal.throwIfAborted();
      const known = error instanceof SpinemedError;
      if (known && error.mender === 'user') throw error;
      if (!known || error.mender === 'us') {
        logDefect(error, { stage: step.stage.name, input });
        return [reject('defect', { ...where, code: known ? error.code : 'unexpected' })];
      }
      const pause = pausesMs[attempt];
      if (pause === undefined) return [reject('gave-up', { ...where, code: error.code })];
      await sleep(pause * (0.75 + Math.random() / 2), undefined, { signal });
    }
  }
}

/** Holds a stage to what it declared, and its data to the schema of their kind. */
function checked(step: Step, outcomes: Outcome[]): Outcome[] {
  if (outcomes.length === 0) throw breach(step, 'neither made nor rejected anything of an input');
  return outcomes.map(outcome => {
    if (isReject(outcome)) {
      if (step.stage.rejects.includes(outcome.rejected)) return outcome;
      throw breach(step, `rejects with "${outcome.rejected}", which is not on its list`);
    }
    if (!step.stage.makes.some(kind => kind.name === outcome.kind.name)) {
      throw breach(step, `made a ${outcome.kind.name}, which is not on its list`);
    }
    return { ...outcome, data: outcome.kind.schema.parse(outcome.data) };
  });
}

function breach(step: Step, what: string): SpinemedError {
  return new SpinemedError({
    code: 'stage-breach',
    mender: 'us',
    message: `stage ${step.stage.name} ${what}`,
  });
}
