import type { Level } from '../../../spine/index.ts';
import { cervicalCurves, type Spine } from '../truth/spine.ts';
import type { CasePlan, ScoliosisPlan } from './case-plan.ts';
import type { Draw } from './draw.ts';

type Curve = Spine['curves']['cervical'];

export function drawCervicalCurve(draw: Draw): Curve {
  return draw.happens(0.4) ? 'lordotic' : draw.one(cervicalCurves);
}

/** Each disc's lordosis from C2/C3 to C6/C7. In the first S the hollow is to the back above and
 *  to the front below; the second is its mirror. */
export function bendNeck(draw: Draw, curve: Curve): number[] {
  const bend = draw.between(3.4, 5);
  // Less would keep all bodies within the 2 mm of the line that still count as straight.
  const half = 12.5 / bend + 0.3;
  const shapes: Record<Curve, number[]> = {
    lordotic: [1, 1, 1, 1, 1],
    straight: [0, 0, 0, 0, 0],
    'sigmoid type 1': [half, half, 0, -half, -half],
    'sigmoid type 2': [-half, -half, 0, half, half],
    kyphotic: [-0.7, -1, -1, -1, -0.7],
  };
  return shapes[curve].map(share => share * bend + draw.between(-0.4, 0.4));
}

export function drawScoliosis(draw: Draw, levels: readonly Level[]): ScoliosisPlan {
  const apexes = levels.includes('T8') ? (['T8', 'T9', 'L2'] as const) : (['L2', 'L3'] as const);
  const apex = draw.one<Level>(apexes);
  const at = levels.indexOf(apex);
  const reach = apex.startsWith('T') ? 3 : 2;
  const end = (index: number) => levels[Math.min(levels.length - 2, Math.max(0, index))]!;
  return {
    cobbDegrees: draw.between(14, 42),
    apex,
    upperEnd: end(at - reach),
    lowerEnd: end(at + reach),
    convexTo: draw.one(['left', 'right']),
  };
}

export function drawPosture(
  draw: Draw,
  ageYears: number,
): Pick<CasePlan, 'sacralSlopeDegrees' | 'lumbarLordosisDegrees' | 'thoracicKyphosisDegrees'> {
  const old = Math.max(0, ageYears - 50);
  const lumbarLordosisDegrees = draw.normal(51 - old * 0.2, 5);
  return {
    lumbarLordosisDegrees,
    sacralSlopeDegrees: lumbarLordosisDegrees * 0.72 + draw.normal(0, 2),
    thoracicKyphosisDegrees: draw.normal(34 + old * 0.3, 4),
  };
}
