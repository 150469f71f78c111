import type { Overview } from '../../../src/contracts/overview/index.ts';

export type Step = Overview['steps'][number];
export type Build = NonNullable<Overview['build']>;
export type StepState = 'running' | 'settled' | 'held' | 'waiting' | 'pending' | 'nothing';

/** Where a step stands, read from its books and the build's state. */
export function stepStateOf(step: Step, build: Build | null): StepState {
  const running = build?.state === 'running';
  if (step.waiting > step.held) return running ? 'running' : 'waiting';
  if (step.held > 0) return 'held';
  if (step.in > 0) return 'settled';
  return build === null || build.state === 'done' ? 'nothing' : 'pending';
}

/** How far a step is with what it may work on, from 0 to 1. */
export function settledShare(step: Step): number {
  const open = step.in - step.held;
  return open === 0 ? 0 : (step.out + step.rejects) / open;
}
