import { expect, test } from 'vitest';
import { findings, nameDisc } from '../../../spine/index.ts';
import {
  cobbAngle,
  coronalPoint,
  type Line,
  lordosisDegrees,
  measureSlip,
  meyerdingGrade,
  neckCurve,
  sagittalPoint,
} from '../../geometry/index.ts';
import type { Spine, Vertebra } from '../truth/spine.ts';
import { makeSpine } from './make-spine.ts';

const at = ({ vertebrae }: Spine, level: string) =>
  vertebrae.find(vertebra => vertebra.level === level)!;
const side = ({ sagittal }: Vertebra, plate: 'Upper' | 'Lower'): Line => [
  sagittalPoint(sagittal[`anterior${plate}`]),
  sagittalPoint(sagittal[`posterior${plate}`]),
];
const front = ({ coronal }: Vertebra, plate: 'Upper' | 'Lower'): Line => [
  coronalPoint(coronal[`right${plate}`]),
  coronalPoint(coronal[`left${plate}`]),
];

const spines = Array.from({ length: 150 }, (_, seed) => makeSpine(seed));

test('what is measured between the corners is what the truth says of curves', () => {
  for (const spine of spines) {
    const { curves } = spine;
    const [c2, c7, l1, s1] = ['C2', 'C7', 'L1', 'S1'].map(level => at(spine, level));
    const neck = lordosisDegrees(side(c2!, 'Lower'), side(c7!, 'Lower'));
    expect(neck).toBeCloseTo(curves.cervicalLordosisDegrees, 6);
    const loin = lordosisDegrees(side(l1!, 'Upper'), side(s1!, 'Upper'));
    expect(loin).toBeCloseTo(curves.lumbarLordosisDegrees, 6);
    const { scoliosis } = curves;
    if (!scoliosis) continue;
    const [upper, lower] = [at(spine, scoliosis.upperEnd), at(spine, scoliosis.lowerEnd)];
    const cobb = cobbAngle(front(upper, 'Upper'), front(lower, 'Lower'));
    expect(cobb.angleDegrees).toBeCloseTo(scoliosis.cobbDegrees, 6);
    expect(cobb.convexTo).toBe(scoliosis.convexTo);
  }
  expect(spines.some(({ curves }) => curves.scoliosis)).toBe(true);
});

test.each([
  ['lordotic', 'lordotic'],
  ['straight', 'straight'],
  ['kyphotic', 'kyphotic'],
  ['sigmoid type 1', 'lordotic-kyphotic'],
  ['sigmoid type 2', 'kyphotic-lordotic'],
] as const)('a neck planned %s is seen to be %s', (cervical, seen) => {
  for (let seed = 0; seed < 40; seed++) {
    const spine = makeSpine(seed, { region: 'cervical', healthy: true, cervical });
    const centres = ['C2', 'C3', 'C4', 'C5', 'C6', 'C7'].map(level =>
      sagittalPoint(at(spine, level).centreMm),
    );
    expect([seed, neckCurve(centres)]).toEqual([seed, seen]);
  }
});

test('a slip to front or back is as long as the truth says, and of its grade', () => {
  for (const distanceMm of [4, 7, 11, 14]) {
    for (const direction of ['anterior', 'posterior'] as const) {
      const slip = { direction, distanceMm };
      const options = { region: 'lumbar', healthy: true } as const;
      const slipped = makeSpine(9, { ...options, discs: { 'L4/L5': { slip } } });
      const sound = makeSpine(9, options);
      const slid = (spine: Spine) =>
        measureSlip(side(at(spine, 'L4'), 'Lower'), side(at(spine, 'L5'), 'Upper'));
      const way = direction === 'anterior' ? 1 : -1;
      const movedMm = slid(slipped).slipMm - slid(sound).slipMm;
      // Along the disc and not along the plate, which is tilted against it.
      expect(movedMm * way).toBeGreaterThan(distanceMm * 0.98);
      expect(movedMm * way).toBeLessThanOrEqual(distanceMm);
      const { meyerding } = slipped.discs.find(({ name }) => name === nameDisc('L4', 'L5'))!.slip!;
      const below = at(slipped, 'L5').depthMm;
      expect(meyerding).toBe(meyerdingGrade(distanceMm / below));
    }
  }
});

test('findings are of the vocabulary, at levels that are shown, and say where to look', () => {
  const known = new Set(findings.map(({ id }) => id));
  for (const spine of spines) {
    for (const { finding, levels, pointMm } of spine.findings) {
      expect(known.has(finding)).toBe(true);
      for (const level of levels) expect(spine.shown).toContain(level);
      if (levels.length > 0) expect(pointMm).not.toBeNull();
    }
  }
});
