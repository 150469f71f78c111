import { expect, test } from 'vitest';
import { type Build, type Step, settledShare, stepStateOf } from './step-state.ts';

function books(given: number, out: number, rejects: number, held = 0): Step {
  return {
    step: 1,
    stage: 'identify',
    version: 1,
    in: given,
    out,
    rejects,
    waiting: given - out - rejects,
    held,
    made: out,
    partsRejected: 0,
    reasons: {},
  };
}

function build(state: Build['state']): Build {
  return { recipe: 'sample', state, error: null, startedAt: '', endedAt: null };
}

test.each([
  ['running', books(10, 4, 1), 'running'],
  ['running', books(10, 9, 1), 'settled'],
  ['running', books(0, 0, 0), 'pending'],
  ['done', books(0, 0, 0), 'nothing'],
  ['done', books(3, 0, 3), 'settled'],
  ['done', books(10, 6, 1, 3), 'held'],
  ['running', books(10, 6, 1, 3), 'held'],
  ['running', books(10, 5, 1, 3), 'running'],
  ['stopped', books(10, 5, 1, 3), 'waiting'],
  ['stopped', books(10, 4, 1), 'waiting'],
  ['stopped', books(0, 0, 0), 'pending'],
  ['interrupted', books(10, 4, 1), 'waiting'],
] as const)('in a build that is %s, %j is %s', (state, step, expected) => {
  expect(stepStateOf(step, build(state))).toBe(expected);
});

test('rejects count as settled; nothing in is nothing settled', () => {
  expect(settledShare(books(10, 4, 1))).toBe(0.5);
  expect(settledShare(books(0, 0, 0))).toBe(0);
  expect(settledShare(books(10, 4, 1, 5))).toBe(1);
  expect(settledShare(books(5, 0, 0, 5))).toBe(0);
});
