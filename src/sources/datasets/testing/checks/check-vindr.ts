import { expect } from 'vitest';
import type { DatasetRecord } from '../../../../contracts/imaging/index.ts';
import type { LaidOut } from '../../../../imaging/phantom/layouts/testing/lay-out.ts';
import { expectSaid, say } from '../found.ts';

const seenOnXrays = [
  ...['osteophytes', 'disc-space-narrowing', 'foraminal-stenosis', 'vertebral-collapse'],
  ...['spondylolisthesis', 'surgical-implant', 'other-lesion'],
];

export function checkVindr(record: DatasetRecord, { spine, views }: LaidOut): void {
  expect(record.pictures.map(({ sizePixels }) => sizePixels)).toEqual([
    views.ap.size,
    views.lateral.size,
  ]);
  const lesions = spine.findings.filter(({ finding }) => seenOnXrays.includes(finding));
  const truth = lesions.map(({ finding }) => say(finding, 'present', []));
  const readings = Map.groupBy(record.findings, ({ picture, rater }) => `${picture} ${rater}`);
  expect(readings.size).toBeGreaterThanOrEqual(2);
  for (const ofReader of readings.values()) {
    expectSaid(ofReader, truth.length > 0 ? truth : [say('healthy', 'present', [])]);
    for (const [at, { pointMm }] of lesions.entries()) {
      const [x, y] = views[ofReader[0]!.picture === 0 ? 'ap' : 'lateral'].toPixel(pointMm!);
      const [left, top, width, height] = ofReader[at]!.place!.box!;
      expect(x).toBeGreaterThanOrEqual(left - 0.5);
      expect(x).toBeLessThanOrEqual(left + width + 0.5);
      expect(y).toBeGreaterThanOrEqual(top - 0.5);
      expect(y).toBeLessThanOrEqual(top + height + 0.5);
    }
  }
}
