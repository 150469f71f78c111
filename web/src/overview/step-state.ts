import type { Overview } from '../../../src/contracts/overview/index.ts';

export type Step = Overview['steps'][number];
export type Build = NonNullable<Overview['build']>;
export type StepState = 'running' | 'settled' | 'waiting' | 'pending' | 'nothing';

/** Where a step stands, read from its books and the build's state. */
export function stepStateOf(step: Step, build: Build | null): StepState {
  const running = build?.state === 'running';
  if (step.waiting > 0) return running ? 'running' : 'waiting';
  if (step.in > 0) return 'settled';
  return build === null || build.state === 'done' ? 'nothing' : 'pending';
}

/** How far a step is, from 0 to 1. */
export function settledShare(step: Step): number {
  return step.in === 0 ? 0 : (step.out + step.rejects) / step.in;
}
