import { expect } from 'vitest';
import type { DatasetRecord } from '../../../../contracts/imaging/index.ts';
import type { LaidOut } from '../../../../imaging/phantom/layouts/testing/lay-out.ts';
import { expectSaid, say } from '../found.ts';

export function checkCsxa(record: DatasetRecord, { spine, views }: LaidOut): void {
  expect([record.sex, record.ageYears]).toEqual([spine.sex, spine.ageYears]);
  expect(record.levels).toEqual(['C2', 'C3', 'C4', 'C5', 'C6', 'C7']);
  expect(record.landmarks).toHaveLength(23);
  for (const { levels, name, place } of record.landmarks) {
    const { sagittal, centreMm } = spine.vertebrae.find(({ level }) => level === levels[0])!;
    const row = name.startsWith('upper') ? 'Upper' : 'Lower';
    const side = name.includes('left') ? 'anterior' : 'posterior';
    const truth = name === 'body-centre' ? centreMm : sagittal[`${side}${row}`];
    const [x, y] = views.lateral.toPixel(truth);
    expect(Math.hypot(place.pixel![0] - x, place.pixel![1] - y)).toBeLessThan(0.001);
  }
  const curves = {
    lordotic: say('cervical-lordosis', 'present', []),
    straight: say('cervical-straightening', 'present', []),
    'sigmoid type 1': say('cervical-sigmoid', 'present', [], { grade: 'type 1' }),
    'sigmoid type 2': say('cervical-sigmoid', 'present', [], { grade: 'type 2' }),
    kyphotic: say('cervical-kyphosis', 'present', []),
  };
  expectSaid(record.findings, [curves[spine.curves.cervical]]);
}
