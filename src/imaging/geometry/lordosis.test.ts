import { expect, test } from 'vitest';
import { lordosisDegrees } from './lordosis.ts';
import { lineAt } from './testing/turned-lines.ts';

test('hollow at the back is lordosis, hollow at the front kyphosis', () => {
  // From front to back: L1 falls away behind, S1 rises.
  expect(lordosisDegrees(lineAt(-15), lineAt(40, [0, -200]))).toBeCloseTo(55, 9);
  expect(lordosisDegrees(lineAt(20), lineAt(-25))).toBeCloseTo(-45, 9);
  expect(lordosisDegrees(lineAt(12), lineAt(12))).toBe(0);
});
