import { expect } from 'vitest';
import type { DatasetRecord, Grid } from '../../../../contracts/imaging/index.ts';
import { indexAtPoint } from '../../../../imaging/geometry/index.ts';
import type { LaidOut } from '../../../../imaging/phantom/layouts/testing/lay-out.ts';
import { expectNear, expectSaid, say, shownDiscs } from '../found.ts';

export function checkRsna(record: DatasetRecord, { spine, views }: LaidOut): void {
  const grades = { 'Normal/Mild': 'normal or mild', Moderate: 'moderate', Severe: 'severe' };
  const truth = shownDiscs(spine).flatMap(disc => {
    const { canal, foramina, recesses, levels } = disc;
    const isGraded = record.findings.some(each => String(each.levels) === String(levels));
    if (!isGraded) return [];
    return [
      { finding: 'canal-stenosis', side: null, opening: canal, view: 'sagittal T2/STIR' },
      ...(['left', 'right'] as const).flatMap(side => [
        {
          finding: 'foraminal-stenosis',
          side,
          opening: foramina[side],
          view: 'sagittal T1',
        } as const,
        {
          finding: 'subarticular-stenosis',
          side,
          opening: recesses[side],
          view: 'axial T2',
        } as const,
      ]),
    ].map(each => ({ ...each, levels }) as const);
  });
  expectSaid(
    record.findings,
    truth.map(({ finding, side, opening, levels }) =>
      say(
        finding as 'canal-stenosis',
        opening.severity === 'Normal/Mild' ? 'unstated' : 'present',
        levels,
        { side, grade: grades[opening.severity] },
      ),
    ),
  );
  const grids = {
    'sagittal T1': [views.t1],
    'sagittal T2/STIR': [views.t2],
    'axial T2': views.axialT2,
  };
  for (const { finding, side, opening, levels, view } of truth) {
    const found = record.findings.find(
      each =>
        each.finding === finding && each.side === side && String(each.levels) === String(levels),
    )!;
    expect(record.pictures[found.picture!]!.view).toBe(view);
    const blocks = grids[view as keyof typeof grids];
    const near = blocks.toSorted(
      (a, b) => offSlice(a, opening.centreMm) - offSlice(b, opening.centreMm),
    )[0]!;
    expectNear(near, found.place!.pointMm, opening.centreMm);
  }
  // All of the discs that the tables have columns for, but for those left blank.
  const columns = shownDiscs(spine).filter(({ name }) => /L[1-4]\/L[2-5]|L5\/S1/.test(name));
  expect(new Set(truth.map(({ levels }) => String(levels))).size).toBeGreaterThanOrEqual(
    columns.length - 1,
  );
}

function offSlice(grid: Grid, point: readonly [number, number, number]): number {
  const z = indexAtPoint(grid, point)[2];
  const nearest = Math.min(grid.size[2] - 1, Math.max(0, Math.round(z)));
  return Math.abs(z - nearest) * grid.spacingMm[2];
}
