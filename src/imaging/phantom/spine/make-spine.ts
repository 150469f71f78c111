import type { Vector } from '../../../contracts/imaging/index.ts';
import { nameDisc } from '../../../spine/index.ts';
import { type CasePlan, type PhantomOptions, soundVertebra } from '../plan/case-plan.ts';
import { planCase } from '../plan/plan-case.ts';
import type { Spine, Vertebra } from '../truth/spine.ts';
import { describeDisc } from './describe-disc.ts';
import { describeVertebra } from './describe-vertebra.ts';
import { listFindings } from './list-findings.ts';
import { measureCurves } from './measure-curves.ts';
import { placeSacralBodies } from './place-sacral-bodies.ts';
import { type Stack, stackLevels } from './stack-levels.ts';

/** An invented spine of which everything is known: the same from the same seed and options. The
 *  middle of what is shown lies at the origin of patient space. */
export function makeSpine(seed: number, options: PhantomOptions = {}): Spine {
  return buildSpine(planCase(seed, options));
}

function buildSpine(plan: CasePlan): Spine {
  const stack = centre(plan, stackUpright(plan));
  const vertebrae = plan.levels.map(level =>
    describeVertebra(level, stack.bodies.get(level)!, plan.vertebrae[level] ?? soundVertebra),
  );
  const discs = plan.levels.slice(1, -1).map((level, at) => {
    const below = plan.levels[at + 2]!;
    const name = nameDisc(level, below);
    return describeDisc([level, below], plan.discs[name]!, stack);
  });
  const { seed, sex, ageYears, region, variant, tScore, fatMm, shown } = plan;
  const spine: Spine = {
    id: `phantom-${String(seed).padStart(6, '0')}`,
    ...{ seed, sex, ageYears, region, variant, tScore, fatMm, shown },
    vertebrae,
    discs,
    sacrum: placeSacralBodies(stack.bodies.get('S1')!, plan.scale),
    ribs: vertebrae.flatMap(({ level }) =>
      level.startsWith('T') ? [{ level, lengthMm: ribLength(level, plan) }] : [],
    ),
    canal: canalOf(vertebrae, discs, stack),
    curves: measureCurves(plan, vertebrae),
    findings: [],
  };
  return { ...spine, findings: listFindings(spine) };
}

/** Who stands to be seen whole holds the head above the sacrum, and turns the pelvis for it. */
function stackUpright(plan: CasePlan): Stack {
  const stack = stackLevels(plan);
  if (plan.region !== 'whole') return stack;
  const [head, foot] = (['C7', 'S1'] as const).map(
    level => stack.bodies.get(level)!.frame.centreMm,
  );
  const lean = (Math.atan2(foot![1] - head![1], head![2] - foot![2]) * 180) / Math.PI;
  return stackLevels({ ...plan, sacralSlopeDegrees: plan.sacralSlopeDegrees - lean });
}

function centre(plan: CasePlan, stack: Stack): Stack {
  const points = plan.shown.map(level => stack.bodies.get(level)!.frame.centreMm);
  const middle = [0, 1, 2].map(axis => {
    const values = points.map(point => point[axis]!);
    return (Math.min(...values) + Math.max(...values)) / 2;
  });
  const moved = ([x, y, z]: Vector): Vector => [x - middle[0]!, y - middle[1]!, z - middle[2]!];
  for (const { frame } of [...stack.bodies.values(), ...stack.discs.values()]) {
    frame.centreMm = moved(frame.centreMm);
  }
  return stack;
}

const fullRibMm = 290;

/** The uppermost are short and so are the floating ones; a thirteenth is a rudiment. */
function ribLength(level: string, plan: CasePlan): number {
  const short: Record<string, number> = {
    T1: 0.5,
    T2: 0.75,
    T10: 0.9,
    T11: 0.65,
    T12: 0.36,
    T13: 0.16,
  };
  return fullRibMm * plan.scale * (short[level] ?? 1);
}

function canalOf(vertebrae: Vertebra[], discs: Spine['discs'], stack: Stack): Spine['canal'] {
  return vertebrae.flatMap((vertebra, at) => {
    const { size } = stack.bodies.get(vertebra.level)!;
    const sizes = { sagittalMm: size.canalSagittalMm, transverseMm: size.canalTransverseMm };
    const own = {
      levels: [vertebra.level],
      centreMm: behind(vertebra, sizes.sagittalMm),
      ...sizes,
    };
    const disc = discs[at - 1];
    if (!disc) return [own];
    return [own, { levels: [...disc.levels], centreMm: behind(disc, sizes.sagittalMm), ...sizes }];
  });
}

function behind(
  {
    centreMm,
    axes,
    depthMm,
    ...rest
  }: Pick<Vertebra, 'centreMm' | 'axes' | 'depthMm'> & { level?: string },
  sagittalMm: number,
): Vector {
  // The atlas has no body: the cord lies behind the dens, which stands in its middle.
  const back = rest.level === 'C1' ? 8 + sagittalMm / 2 : depthMm / 2 + sagittalMm / 2;
  return [0, 1, 2].map(axis => centreMm[axis]! + axes.back[axis]! * back) as unknown as Vector;
}
