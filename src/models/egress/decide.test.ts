import { expect, test } from 'vitest';
import type { ModelSpec } from '../model-spec.ts';
import { offlineModel } from '../model-spec.ts';
import { decideEgress } from './decide.ts';

const policy = {
  onsite: [],
  exceptions: [{ model: 'big', reason: 'a contract', approvedBy: 'board' }],
};
const spec = (egress: ModelSpec['egress'], name = 'house'): ModelSpec => ({
  ...offlineModel,
  name,
  provider: 'openai-compatible',
  egress,
});
const go = (guarded: boolean, exceptional = false) => ({ allowed: true, guarded, exceptional });

test.each([
  ['public', 'external', go(false)],
  ['public', 'unstated', go(false)],
  ['public', 'onsite', go(true)],
  ['licensed', 'external', go(false)],
  ['licensed', 'onsite', go(true)],
  ['clinical', 'external', { allowed: false }],
  ['clinical', 'unstated', go(true)],
  ['clinical', 'onsite', go(true)],
] as const)('%s data to a model that is %s', (dataClass, egress, expected) => {
  expect(decideEgress(policy, spec(egress), dataClass)).toEqual(expected);
});

test('an exception is for the model that it names, and shows as one', () => {
  expect(decideEgress(policy, spec('external', 'big'), 'clinical')).toEqual(go(false, true));
  expect(decideEgress(policy, spec('external', 'bigger'), 'clinical')).toEqual({ allowed: false });
  expect(decideEgress(policy, spec('external', 'big'), 'public')).toEqual(go(false));
  // It does not open a house of one's own.
  expect(decideEgress(policy, spec('onsite', 'big'), 'clinical')).toEqual(go(true));
});

test('what runs in this process needs no socket', () => {
  expect(decideEgress(policy, offlineModel, 'clinical')).toEqual(go(false));
  const local = { ...offlineModel, provider: 'local' as const };
  expect(decideEgress(policy, local, 'clinical')).toEqual(go(false));
});
