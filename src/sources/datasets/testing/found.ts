import { expect } from 'vitest';
import type { Grid, RecordedFinding, Vector } from '../../../contracts/imaging/index.ts';
import { indexAtPoint } from '../../../imaging/geometry/index.ts';
import type { Spine } from '../../../imaging/phantom/index.ts';
import type { FindingId, Level } from '../../../spine/index.ts';

/** `canal-stenosis present L4/L5 - severe`: what a finding says, to be compared. */
export type Said = string;

export function say(
  finding: FindingId,
  state: RecordedFinding['state'],
  levels: readonly Level[],
  { side = null, grade = null }: { side?: string | null; grade?: string | null } = {},
): Said {
  return [finding, state, levels.join('/') || 'picture', side ?? '-', grade ?? '-'].join(' ');
}

export function said(findings: readonly RecordedFinding[]): Said[] {
  return findings.map(({ finding, state, levels, side, grade }) =>
    say(finding, state, levels, { side, grade }),
  );
}

export function expectSaid(findings: readonly RecordedFinding[], truth: readonly Said[]): void {
  expect(said(findings).sort()).toEqual([...truth].sort());
}

/** Within half a voxel along each axis, by which much whoever rounds may be off. */
export function expectNear(grid: Grid, point: Vector | null | undefined, truth: Vector): void {
  expect(point).toBeTruthy();
  const [found, wanted] = [indexAtPoint(grid, point!), indexAtPoint(grid, truth)];
  for (const axis of [0, 1, 2]) expect(Math.abs(found[axis]! - wanted[axis]!)).toBeLessThan(0.501);
}

export function shownDiscs({ discs, shown }: Spine) {
  return discs.filter(({ levels }) => levels.every(level => shown.includes(level)));
}
