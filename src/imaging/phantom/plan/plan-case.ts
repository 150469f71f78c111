import { LEVELS, type Level, nameDisc } from '../../../spine/index.ts';
import { type Region, regions, type Spine } from '../truth/spine.ts';
import { type CasePlan, type PhantomOptions, soundDisc, soundVertebra } from './case-plan.ts';
import { type Draw, startDraw } from './draw.ts';
import { bendNeck, drawCervicalCurve, drawPosture, drawScoliosis } from './plan-curves.ts';
import { planDisc } from './plan-disc.ts';
import { planVertebra } from './plan-vertebra.ts';

/** Draws a case. What is asked for is left out of the draw's consequences, not of the draw: the
 *  rest of a case stays as it was when one thing in it is asked for. */
export function planCase(seed: number, options: PhantomOptions = {}): CasePlan {
  const draw = startDraw(seed);
  const drawn = { region: draw.one(regions), sex: draw.one(['F', 'M'] as const) };
  const region = options.region ?? drawn.region;
  const sex = options.sex ?? drawn.sex;
  const drawnAge = Math.round(Math.min(90, Math.max(18, draw.normal(52, 17))));
  const ageYears = options.ageYears ?? drawnAge;
  const isHealthy = draw.happens(0.2) || options.healthy === true;
  const healthy = options.healthy ?? isHealthy;
  const drawnVariant = draw.happens(0.12)
    ? draw.one(['L6', 'T13', 'transitional'] as const)
    : 'none';
  const variant = options.variant ?? (region === 'cervical' || healthy ? 'none' : drawnVariant);
  const levels = levelsOf(variant);
  const shown = levels.filter(level => isShown(region, level));
  const drawnCurve = drawCervicalCurve(draw);
  const cervical = options.cervical ?? (healthy || region === 'lumbar' ? 'lordotic' : drawnCurve);
  const drawnScoliosis = draw.happens(0.15) ? drawScoliosis(draw, shown) : null;
  const scoliosis = healthy || region === 'cervical' ? null : drawnScoliosis;
  const tScore = draw.normal(0.2 - Math.max(0, ageYears - 35) * (sex === 'F' ? 0.055 : 0.03), 0.7);
  const plan: CasePlan = {
    seed,
    sex,
    ageYears,
    region,
    variant,
    tScore,
    fatMm: draw.between(8, 28),
    levels,
    shown,
    scale: draw.normal(sex === 'F' ? 0.92 : 1, 0.03),
    ...drawPosture(draw, ageYears),
    cervical,
    cervicalDegrees: bendNeck(draw, cervical),
    scoliosis: options.scoliosis === undefined ? scoliosis : options.scoliosis,
    discs: {},
    vertebrae: {},
  };
  wearOut(draw, plan, healthy);
  return ask(plan, options);
}

function levelsOf(variant: Spine['variant']): Level[] {
  const left = (['T13', 'L6'] as const).filter(level => level !== variant);
  return LEVELS.slice(0, LEVELS.indexOf('S1') + 1).filter(level => !left.includes(level as never));
}

function isShown(region: Region, level: Level): boolean {
  if (region === 'whole') return true;
  if (region === 'cervical') return level.startsWith('C') || level === 'T1';
  return level.startsWith('L') || ['T12', 'T13', 'S1'].includes(level);
}

/** How much a level has to bear, beside one that bears most. */
const burdens: Partial<Record<Level, number>> = {
  ...{ C3: 0.5, C4: 0.7, C5: 1, C6: 0.95, C7: 0.4 },
  ...{ L1: 0.6, L2: 0.7, L3: 0.85, L4: 1, L5: 1, L6: 1 },
};

function wearOut(draw: Draw, plan: CasePlan, healthy: boolean): void {
  const age = Math.min(1, Math.max(0.1, (plan.ageYears - 18) / 62));
  const frail = Math.min(0.25, Math.max(0.004, -plan.tScore * 0.04));
  plan.levels.forEach((level, at) => {
    const wear = (burdens[level] ?? 0.45) * draw.between(0.75, 1.15) * age;
    const small = level.startsWith('C');
    const broken = ['T11', 'T12', 'T13', 'L1', 'L2'].includes(level) ? frail : frail / 4;
    const vertebra = planVertebra(draw, { wear, frailty: small ? 0 : broken, small });
    const below = plan.levels[at + 1];
    const disc = planDisc(draw, wear, small);
    const visible = plan.shown.includes(level);
    const bare = level === 'C1' || level === 'C2' || level === 'S1';
    plan.vertebrae[level] = healthy || bare || !visible ? soundVertebra : vertebra;
    if (!below || level === 'C1') return;
    const whole = visible && plan.shown.includes(below);
    const thoracic = level.startsWith('T');
    plan.discs[nameDisc(level, below)] =
      healthy || !whole ? soundDisc : thoracic ? { ...disc, slip: null } : disc;
  });
  screw(draw, plan, healthy);
}

/** Screws stand in two or three neighbours, or they hold nothing. */
function screw(draw: Draw, plan: CasePlan, healthy: boolean): void {
  const screwed = draw.happens(0.07);
  const first = draw.one(['L3', 'L4'] as const);
  if (healthy || !screwed || plan.region === 'cervical') return;
  for (const level of [first, plan.levels[plan.levels.indexOf(first) + 1]!]) {
    plan.vertebrae[level] = { ...plan.vertebrae[level]!, screws: true };
  }
}

function ask(plan: CasePlan, { discs = {}, vertebrae = {} }: PhantomOptions): CasePlan {
  for (const [name, asked] of Object.entries(discs)) {
    plan.discs[name] = { ...(plan.discs[name] ?? soundDisc), ...asked };
  }
  for (const [level, asked] of Object.entries(vertebrae) as [Level, object][]) {
    plan.vertebrae[level] = { ...(plan.vertebrae[level] ?? soundVertebra), ...asked };
  }
  return plan;
}
