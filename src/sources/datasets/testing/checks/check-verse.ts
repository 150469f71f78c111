import { expect } from 'vitest';
import type { DatasetRecord } from '../../../../contracts/imaging/index.ts';
import type { LaidOut } from '../../../../imaging/phantom/layouts/testing/lay-out.ts';
import { expectGrid } from '../expect-grid.ts';
import { expectNear, expectSaid, say } from '../found.ts';

export function checkVerse(record: DatasetRecord, { spine, views }: LaidOut): void {
  const bodies = spine.vertebrae.filter(
    ({ level }) => level !== 'S1' && spine.shown.includes(level),
  );
  expect(record.levels).toEqual(bodies.map(({ level }) => level));
  expect(record.landmarks).toHaveLength(bodies.length);
  for (const { level, centreMm } of bodies) {
    const mark = record.landmarks.find(({ levels }) => levels[0] === level)!;
    expect(mark.name).toBe('body-centre');
    expectNear(views.ct, mark.place.pointMm, centreMm);
  }
  const more = bodies.filter(({ level }) => level === 'L6' || level === 'T13');
  expectSaid(
    record.findings,
    more.map(({ level }) => say('supernumerary-vertebra', 'present', [level], { grade: level })),
  );
  expectGrid(record.pictures[0]!.grid, views.ct);
  expect(record.pictures[0]!.mask?.labels['20']).toBe('L1');
}
