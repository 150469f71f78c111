import { describe, expect, test } from 'vitest';
import { findings } from '../../../spine/index.ts';
import { spineSchema } from '../truth/spine.ts';
import { makeSpine } from './make-spine.ts';

const distance = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(...a.map((value, axis) => value - b[axis]!));

describe('makeSpine', () => {
  test('gives the same spine from the same seed, another from another, and each fits its schema', () => {
    expect(makeSpine(7)).toEqual(makeSpine(7));
    expect(makeSpine(7).vertebrae).not.toEqual(makeSpine(8).vertebrae);
    for (let seed = 0; seed < 200; seed++) spineSchema.parse(makeSpine(seed));
  });

  test('makes what is asked for and nothing else', () => {
    const slip = { direction: 'anterior', distanceMm: 9 } as const;
    const spine = makeSpine(3, { region: 'lumbar', healthy: true, discs: { 'L4/L5': { slip } } });
    expect(spine.findings).toEqual([
      expect.objectContaining({
        finding: 'spondylolisthesis',
        levels: ['L4', 'L5'],
        grade: '2',
        size: { value: 9, unit: 'mm' },
      }),
    ]);
    const sound = makeSpine(3, { region: 'lumbar', healthy: true });
    expect(sound.findings.map(({ finding }) => finding)).toEqual(['healthy']);
    const at = (s: typeof spine, level: string) => s.vertebrae.find(v => v.level === level)!;
    const [corner, below] = [
      at(spine, 'L4').sagittal.posteriorLower,
      at(spine, 'L5').sagittal.posteriorUpper,
    ];
    const [cornerWas, belowWas] = [
      at(sound, 'L4').sagittal.posteriorLower,
      at(sound, 'L5').sagittal.posteriorUpper,
    ];
    const moved = corner.map(
      (value, axis) => value - below[axis]! - (cornerWas[axis]! - belowWas[axis]!),
    );
    expect(Math.hypot(...moved)).toBeCloseTo(9, 6);
  });

  test('curves as planned', () => {
    const scoliosis = {
      cobbDegrees: 30,
      apex: 'L2',
      upperEnd: 'T12',
      lowerEnd: 'L4',
      convexTo: 'left',
    } as const;
    const { curves, vertebrae } = makeSpine(5, { region: 'lumbar', healthy: true, scoliosis });
    expect(curves.scoliosis!.cobbDegrees).toBeGreaterThan(27);
    expect(curves.scoliosis!.cobbDegrees).toBeLessThan(32);
    const x = (name: string) => vertebrae.find(({ level }) => level === name)!.centreMm[0];
    expect(x('L2')).toBeGreaterThan(x('T12') + 5);
    expect(x('L2')).toBeGreaterThan(x('L5') + 5);
    const neck = (cervical: 'lordotic' | 'straight' | 'kyphotic') =>
      makeSpine(5, { region: 'cervical', healthy: true, cervical }).curves.cervicalLordosisDegrees;
    expect(neck('lordotic')).toBeGreaterThan(14);
    expect(Math.abs(neck('straight'))).toBeLessThan(3);
    expect(neck('kyphotic')).toBeLessThan(-10);
  });

  test('breaks a body by the share of height asked for', () => {
    const collapse = { kind: 'wedge', lostPercent: 40 } as const;
    const { vertebrae } = makeSpine(5, {
      region: 'lumbar',
      healthy: true,
      vertebrae: { L1: { collapse } },
    });
    const { sagittal } = vertebrae.find(({ level }) => level === 'L1')!;
    const [front, back] = [
      distance(sagittal.anteriorUpper, sagittal.anteriorLower),
      distance(sagittal.posteriorUpper, sagittal.posteriorLower),
    ];
    expect(front / back).toBeCloseTo(0.6, 2);
  });

  test('never lets neighbours run into each other, and numbers variants', () => {
    for (let seed = 0; seed < 200; seed++) {
      const { discs, vertebrae } = makeSpine(seed);
      for (const [at, { heightMm, axes }] of discs.entries()) {
        expect(Math.min(heightMm.anterior, heightMm.posterior)).toBeGreaterThan(0.3);
        const [upper, lower] = [vertebrae[at + 1]!.sagittal, vertebrae[at + 2]!.sagittal];
        for (const edge of ['anterior', 'posterior'] as const) {
          const [from, to] = [lower[`${edge}Upper`], upper[`${edge}Lower`]];
          const gap = axes.up.reduce(
            (sum, part, axis) => sum + part * (to[axis]! - from[axis]!),
            0,
          );
          expect(gap).toBeGreaterThan(0.2);
        }
      }
    }
    const levels = makeSpine(1, { region: 'lumbar', variant: 'L6' }).shown;
    expect(levels).toEqual(['T12', 'L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'S1']);
  });

  test('shows nearly every finding there is in a few hundred cases, more of them in the old', () => {
    const seen = new Set<string>();
    const counts = { young: 0, old: 0 };
    for (let seed = 0; seed < 400; seed++) {
      for (const { finding } of makeSpine(seed).findings) seen.add(finding);
      counts.young += makeSpine(seed, { ageYears: 25 }).findings.length;
      counts.old += makeSpine(seed, { ageYears: 80 }).findings.length;
    }
    const never = findings.map(({ id }) => id).filter(id => !seen.has(id));
    // Wider terms than the ones that a case is given, and the neck's usual curve.
    expect(never).toEqual([
      ...['vertebral-degeneration', 'disc-displacement', 'disc-herniation', 'spinal-stenosis'],
      ...['cervical-curve-change', 'cervical-lordosis'],
    ]);
    expect(counts.old).toBeGreaterThan(counts.young * 3);
  });
});
