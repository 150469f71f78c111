import { SpinemedError } from '../../errors/index.ts';
import type { ModelSpec } from '../model-spec.ts';
import type { ProviderFailure } from '../providers/provider-failure.ts';

const explanations: Record<string, { message: string; hint: string }> = {
  'credentials-refused': {
    message: 'did not accept the key',
    hint: 'Check the environment variable that holds it, and what the key is allowed to do.',
  },
  'provider-quota-used-up': {
    message: 'says that the account has no money or quota left',
    hint: 'See to the account; what is answered already is kept.',
  },
  'batch-form-unfit': {
    message: 'cannot hold this model to a form in a batch',
    hint: 'Set answerForm: prompt for it, or take mode: batch away.',
  },
  'model-not-there': {
    message: 'does not know this model, or not at this address',
    hint: 'Check model and baseUrl; most servers list theirs at baseUrl/models.',
  },
};

/** What nobody but the user can mend, said once and clearly. */
export function explainMisconfigured(failure: ProviderFailure, spec: ModelSpec): SpinemedError {
  const known = explanations[failure.code];
  return new SpinemedError({
    code: failure.code,
    mender: 'user',
    message: `model ${spec.name}: the provider ${known?.message ?? 'refuses for good'}`,
    place: spec.baseUrl ?? spec.provider,
    hint: known?.hint,
  });
}

export function spendCapReached(model: ModelSpec): SpinemedError {
  return new SpinemedError({
    code: 'spend-cap-reached',
    mender: 'user',
    message: `another request to ${model.name} could pass the spend cap`,
    hint: 'Raise spendCapUsd in spinemed.yaml and run the same command again: it goes on where it stopped.',
  });
}
