import { expect } from 'vitest';
import type { Grid } from '../../../contracts/imaging/index.ts';

/** To the precision that a file keeps of it. */
export function expectGrid(grid: Grid | null, truth: Grid): void {
  expect(grid?.size).toEqual(truth.size);
  for (const axis of [0, 1, 2]) {
    expect(grid!.originMm[axis]).toBeCloseTo(truth.originMm[axis]!, 4);
    expect(grid!.spacingMm[axis]).toBeCloseTo(truth.spacingMm[axis]!, 4);
    for (const to of [0, 1, 2])
      expect(grid!.directions[axis]![to]).toBeCloseTo(truth.directions[axis]![to]!, 5);
  }
}
