import type { DataClass } from '../../contracts/data-class.ts';
import type { ModelSpec } from '../model-spec.ts';

export type EgressPolicy = {
  /** Addresses inside the house, besides loopback. */
  onsite: readonly string[];
  exceptions: ReadonlyArray<{ model: string; reason: string; approvedBy: string }>;
};

export type EgressDecision =
  /** `guarded`: only over a socket that ends inside the house. `exceptional`: the policy names
   *  this model as one that clinical data may go to although it runs outside. */
  { allowed: true; guarded: boolean; exceptional: boolean } | { allowed: false };

/** Whether data of a class may go to a model: the one place where that is decided. Patient data
 *  stays in, also after de-identification, unless the policy names the exception. */
export function decideEgress(
  policy: EgressPolicy,
  model: ModelSpec,
  dataClass: DataClass,
): EgressDecision {
  const inProcess = model.provider === 'local' || model.provider === 'offline';
  if (inProcess) return { allowed: true, guarded: false, exceptional: false };
  const declaredOnsite = model.egress === 'onsite';
  if (dataClass !== 'clinical')
    return { allowed: true, guarded: declaredOnsite, exceptional: false };
  const exceptional = policy.exceptions.some(({ model: name }) => name === model.name);
  if (exceptional) return { allowed: true, guarded: declaredOnsite, exceptional: !declaredOnsite };
  if (model.egress === 'external') return { allowed: false };
  return { allowed: true, guarded: true, exceptional: false };
}
