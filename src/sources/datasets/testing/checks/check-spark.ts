import { expect } from 'vitest';
import type { DatasetRecord } from '../../../../contracts/imaging/index.ts';
import { indexAtPoint } from '../../../../imaging/geometry/index.ts';
import type { LaidOut } from '../../../../imaging/phantom/layouts/testing/lay-out.ts';
import type { Level } from '../../../../spine/index.ts';
import { expectSaid, type Said, say, shownDiscs } from '../found.ts';

export function checkSpark(record: DatasetRecord, { spine, views }: LaidOut): void {
  const discs = shownDiscs(spine);
  const bodies = spine.vertebrae.filter(
    ({ level }) => level.startsWith('L') && spine.shown.includes(level),
  );
  expect(record.landmarks).toHaveLength(discs.length + bodies.length);
  const slice = record.landmarks[0]!.place.slice!;
  for (const { centreMm, ...part } of [...discs, ...bodies]) {
    const levels = 'levels' in part ? part.levels : [part.level];
    const mark = record.landmarks.find(each => String(each.levels) === String(levels))!;
    const [x, y] = indexAtPoint(views.t2, centreMm);
    expect(Math.abs(mark.place.pixel![0] - x)).toBeLessThan(0.501);
    expect(Math.abs(mark.place.pixel![1] - y)).toBeLessThan(0.501);
    expect(mark.place.slice).toBe(slice);
    const { files, grid } = record.pictures[mark.picture]!;
    for (const each of [views.t2, grid!])
      expect(indexAtPoint(each, mark.place.pointMm!)[2]).toBeCloseTo(slice, 3);
    expect(files).toHaveLength(views.t2.size[2]);
  }
  const isWorn = (level: Level) =>
    spine.vertebrae.find(each => each.level === level)!.osteophytes.length > 0 ||
    discs.some(
      ({ levels, modic, endplateChange }) =>
        levels.includes(level) &&
        (modic > 0 || (levels[0] === level ? endplateChange.upper : endplateChange.lower)),
    );
  expectSaid(record.findings, [
    ...bodies.map(({ level }) =>
      say('vertebral-degeneration', isWorn(level) ? 'present' : 'absent', [level]),
    ),
    ...discs.flatMap(({ levels, displacement, intravertebral }): Said[] => {
      if (!displacement && !intravertebral) return [say('disc-displacement', 'absent', levels)];
      return [
        ...(displacement ? [say(`disc-${displacement.kind}`, 'present', levels)] : []),
        ...(intravertebral ? [say('intravertebral-herniation', 'present', levels)] : []),
      ];
    }),
  ]);
}
