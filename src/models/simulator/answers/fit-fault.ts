import type { Ask } from '../ask.ts';
import type { FaultName } from '../chance/faults.ts';
import { readOptions } from './read-options.ts';

const ofWords: readonly FaultName[] = ['empty', 'refusal', 'wrong', 'malformed', 'cutoff'];

/** None where the fault could not be seen in the answer, so that the ledger never calls a good
 *  answer a bad one: an embedding has no words, a question without options no wrong letter. */
export function fitFault(ask: Ask, fault: FaultName | null): FaultName | null {
  if (fault === null || !ofWords.includes(fault)) return fault;
  if (ask.count === 0) return null;
  const needsOptions = fault === 'wrong' || (fault === 'malformed' && ask.form.kind === 'text');
  return needsOptions && readOptions(ask.question) === null ? null : fault;
}
