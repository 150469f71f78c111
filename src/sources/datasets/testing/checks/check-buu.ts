import { expect } from 'vitest';
import type { DatasetRecord } from '../../../../contracts/imaging/index.ts';
import type { LaidOut } from '../../../../imaging/phantom/layouts/testing/lay-out.ts';
import type { Level } from '../../../../spine/index.ts';
import { expectSaid, say } from '../found.ts';

export function checkBuu(record: DatasetRecord, { spine, views }: LaidOut): void {
  expect([record.sex, record.ageYears]).toEqual([spine.sex, spine.ageYears]);
  expect(record.levels).toEqual(['L1', 'L2', 'L3', 'L4', 'L5', 'S1']);
  expect(record.pictures.map(({ view }) => view)).toEqual(['AP', 'lateral']);
  expect(record.landmarks).toHaveLength(42);
  const named = {
    AP: {
      'upper-edge-start': 'rightUpper',
      'upper-edge-end': 'leftUpper',
      'lower-edge-start': 'rightLower',
      'lower-edge-end': 'leftLower',
    },
    lateral: {
      'upper-edge-start': 'anteriorUpper',
      'upper-edge-end': 'posteriorUpper',
      'lower-edge-start': 'anteriorLower',
      'lower-edge-end': 'posteriorLower',
    },
  } as const;
  for (const { picture, levels, name, place } of record.landmarks) {
    const { sagittal, coronal } = spine.vertebrae.find(({ level }) => level === levels[0])!;
    const view = picture === 0 ? views.ap : views.lateral;
    const corner = named[picture === 0 ? 'AP' : 'lateral'][name as 'upper-edge-start'];
    const [x, y] = view.toPixel({ ...sagittal, ...coronal }[corner as 'leftUpper']);
    expect(Math.hypot(place.pixel![0] - x, place.pixel![1] - y)).toBeLessThan(0.1);
  }
  const label = (level: Level, edge: 'upper' | 'lower', directions: readonly string[]) => {
    const slip = spine.discs.find(({ levels }) => levels[0] === level)?.slip;
    if (edge === 'upper' || !slip || !directions.includes(slip.direction)) return 'absent';
    return slip.direction === 'right' ? 'unstated' : 'present';
  };
  const bodies = ['L1', 'L2', 'L3', 'L4', 'L5'] as const;
  expectSaid(record.findings, [
    ...bodies.flatMap(level =>
      (['upper', 'lower'] as const).flatMap(edge => [
        say('spondylolisthesis', label(level, edge, ['left', 'right']), [level]),
        say('spondylolisthesis', label(level, edge, ['anterior', 'posterior']), [level]),
      ]),
    ),
    say('spondylolisthesis', 'absent', ['S1']),
  ]);
}
