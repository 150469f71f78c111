import type { Vector } from '../../../contracts/imaging/index.ts';
import { type Level, nameDisc } from '../../../spine/index.ts';
import { type CasePlan, soundDisc, soundVertebra } from '../plan/case-plan.ts';
import { type LevelSize, levelSizes } from '../plan/sizes.ts';
import { axesOf, type Frame, pointAt, type Tilt } from './frame.ts';
import { leanOf } from './lean.ts';

export type Heights = { anterior: number; middle: number; posterior: number };
export type Placed = { frame: Frame; tilt: Tilt; size: LevelSize; heightMm: Heights };
export type PlacedDisc = { frame: Frame; heightMm: Heights; widthMm: number; depthMm: number };
export type Stack = {
  bodies: Map<Level, Placed>;
  discs: Map<string, PlacedDisc>;
};

/** Between the edges of the endplates, half-way from front to back. */
export const rimHeight = ({ anterior, posterior }: Heights) => (anterior + posterior) / 2;

/** Sets body upon body from the sacrum up, each with its own tilt and with the disc between. */
export function stackLevels(plan: CasePlan): Stack {
  const bodies = new Map<Level, Placed>();
  const discs = new Map<string, PlacedDisc>();
  const angles = anglesOf(plan);
  const sacrum = placeSacrum(plan, angles.start);
  bodies.set('S1', sacrum);
  let plate = angles.start;
  let top = pointAt(sacrum.frame, [0, 0, sacrum.size.heightMm / 2]);
  let lower: Placed = sacrum;
  for (const level of plan.levels.slice(0, -1).reverse()) {
    const below = plan.levels[plan.levels.indexOf(level) + 1]!;
    const size = scaled(levelSizes.get(level)!, plan.scale);
    const name = nameDisc(level, below);
    const asked = plan.discs[name] ?? soundDisc;
    const lean = leanOf(plan, level);
    const discDegrees = angles.discs.get(level)!;
    const middle = discHeight(plan, level);
    const between = {
      sagittalDegrees: plate - discDegrees / 2,
      coronalDegrees: (lean.coronalDegrees + lower.tilt.coronalDegrees) / 2,
      turnDegrees: (lean.turnDegrees + lower.tilt.turnDegrees) / 2,
    };
    const discFrame = { centreMm: top, axes: axesOf(between) };
    const depthMm = (size.depthMm + lower.size.depthMm) / 2;
    const widthMm = (size.widthMm + lower.size.widthMm) / 2;
    const centreMm = pointAt(discFrame, [0, 0, middle / 2]);
    const share = Math.tan((discDegrees * Math.PI) / 360) * depthMm;
    discs.set(name, {
      frame: { ...discFrame, centreMm },
      heightMm: wedge(middle, share),
      widthMm,
      depthMm,
    });
    const bottom = pointAt(discFrame, [...slide(asked.slip), middle] as Vector);
    plate -= discDegrees;
    const wedgeDegrees = angles.bodies.get(level)!;
    const tilt = { ...lean, sagittalDegrees: plate - wedgeDegrees / 2 };
    const heightMm = bodyHeights(plan, level, size, wedgeDegrees);
    const frame: Frame = { centreMm: bottom, axes: axesOf(tilt) };
    const rimMm = rimHeight(heightMm);
    frame.centreMm = pointAt(frame, [0, 0, rimMm / 2]);
    lower = { frame, tilt, size, heightMm };
    bodies.set(level, lower);
    plate -= wedgeDegrees;
    top = pointAt(frame, [0, 0, rimMm / 2]);
  }
  return { bodies, discs };
}

function scaled(size: LevelSize, scale: number): LevelSize {
  const { widthMm, depthMm, heightMm, discMm } = size;
  const lengths = { widthMm, depthMm, heightMm, discMm };
  const larger = Object.entries(lengths).map(([name, length]) => [name, length * scale]);
  return { ...size, ...(Object.fromEntries(larger) as typeof lengths) };
}

function placeSacrum(plan: CasePlan, slopeDegrees: number): Placed {
  const size = scaled(levelSizes.get('S1')!, plan.scale);
  const tilt = { sagittalDegrees: slopeDegrees, coronalDegrees: 0, turnDegrees: 0 };
  const frame: Frame = { centreMm: [0, 0, 0], axes: axesOf(tilt) };
  return { frame, tilt, size, heightMm: wedge(size.heightMm, 0) };
}

function discHeight(plan: CasePlan, level: Level): number {
  const below = plan.levels[plan.levels.indexOf(level) + 1]!;
  const { narrowingPercent } = plan.discs[nameDisc(level, below)] ?? soundDisc;
  // The disc below a vertebra that has half become sacrum stays a rudiment.
  const rudiment = plan.variant === 'transitional' && level === 'L5' ? 0.4 : 1;
  const whole = levelSizes.get(level)!.discMm * plan.scale * rudiment;
  return whole * (1 - narrowingPercent / 100);
}

/** A narrow disc cannot be bent far before its plates meet. */
function bend(plan: CasePlan, level: Level, discDegrees: number): number {
  const { depthMm } = levelSizes.get(level)!;
  const most =
    (Math.atan((discHeight(plan, level) * 0.7) / (depthMm * plan.scale)) * 360) / Math.PI;
  return Math.min(most, Math.max(-most, discDegrees));
}

function wedge(middle: number, half: number): Heights {
  return { anterior: middle + half, middle, posterior: middle - half };
}

function slide(slip: { direction: string; distanceMm: number } | null): [number, number] {
  if (!slip) return [0, 0];
  const ways: Record<string, [number, number]> = {
    ...{ anterior: [0, -1], posterior: [0, 1], left: [1, 0], right: [-1, 0] },
  };
  const [left, back] = ways[slip.direction]!;
  return [left * slip.distanceMm, back * slip.distanceMm];
}

function bodyHeights(plan: CasePlan, level: Level, size: LevelSize, wedgeDegrees: number): Heights {
  const collapse = (plan.vertebrae[level] ?? soundVertebra).collapse;
  const half = Math.tan((wedgeDegrees * Math.PI) / 360) * size.depthMm;
  if (!collapse) return wedge(size.heightMm, half);
  const left = 1 - collapse.lostPercent / 100;
  if (collapse.kind === 'wedge') {
    // The tilt of its plates says how low the front has become; see `anglesOf`.
    const posterior = size.heightMm;
    return { anterior: posterior + 2 * half, middle: posterior + half, posterior };
  }
  if (collapse.kind === 'biconcave') {
    // The rim stands while the plates cave in, though not wholly.
    const rim = wedge(size.heightMm * (1 - collapse.lostPercent / 500), half);
    return { ...rim, middle: size.heightMm * left };
  }
  return wedge(size.heightMm * left, half);
}

type Angles = { start: number; discs: Map<Level, number>; bodies: Map<Level, number> };

/** Lordosis of every body and disc, so that each part of the spine has the curve planned. */
function anglesOf(plan: CasePlan): Angles {
  const discs = new Map<Level, number>();
  const bodies = new Map<Level, number>();
  const of = (letter: string) => plan.levels.filter(level => level.startsWith(letter));
  const sumOf = (levels: Level[], what: 'wedgeDegrees' | 'discDegrees') =>
    levels.reduce((sum, level) => sum + levelSizes.get(level)![what], 0);
  const lumbar = of('L');
  const [lumbarBodies, lumbarDiscs] = [sumOf(lumbar, 'wedgeDegrees'), sumOf(lumbar, 'discDegrees')];
  const lumbarShare = (plan.lumbarLordosisDegrees - lumbarBodies) / lumbarDiscs;
  const thoracicShare = plan.thoracicKyphosisDegrees / -sumOf(of('T'), 'wedgeDegrees');
  for (const level of plan.levels.slice(0, -1)) {
    const { wedgeDegrees, discDegrees } = levelSizes.get(level)!;
    const neck = ['C2', 'C3', 'C4', 'C5', 'C6'].indexOf(level);
    const share = level.startsWith('T') ? thoracicShare : 1;
    bodies.set(level, brokenWedge(plan, level) ?? wedgeDegrees * share);
    const isLumbar = level.startsWith('L');
    const degrees =
      neck >= 0 ? plan.cervicalDegrees[neck]! : discDegrees * (isLumbar ? lumbarShare : 1);
    discs.set(level, bend(plan, level, degrees));
  }
  return { start: startOf(plan, discs, bodies), discs, bodies };
}

/** Of a wedge fracture: the back keeps its height, the front has what is left of the same. */
function brokenWedge(plan: CasePlan, level: Level): number | undefined {
  const collapse = (plan.vertebrae[level] ?? soundVertebra).collapse;
  if (collapse?.kind !== 'wedge') return undefined;
  const { heightMm, depthMm } = levelSizes.get(level)!;
  const lostMm = (heightMm * collapse.lostPercent) / 100;
  return (-2 * Math.atan(lostMm / 2 / depthMm) * 180) / Math.PI;
}

/** The slope at the sacrum; a picture of the neck is taken with the neck upright instead. */
function startOf(
  plan: CasePlan,
  discs: ReadonlyMap<Level, number>,
  bodies: ReadonlyMap<Level, number>,
): number {
  if (plan.region !== 'cervical') return plan.sacralSlopeDegrees;
  const below = plan.levels.slice(plan.levels.indexOf('C5'), -1);
  return below.reduce((sum, level) => sum + discs.get(level)! + bodies.get(level)!, 6);
}
