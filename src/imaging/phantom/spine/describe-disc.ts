import { type Level, nameDisc } from '../../../spine/index.ts';
import type { DiscPlan } from '../plan/case-plan.ts';
import { levelSizes } from '../plan/sizes.ts';
import type { Disc, Severity } from '../truth/spine.ts';
import { pointAt } from './frame.ts';
import type { Stack } from './stack-levels.ts';

type Side = 'left' | 'right';

export function describeDisc(levels: [Level, Level], plan: DiscPlan, stack: Stack): Disc {
  const name = nameDisc(...levels);
  const { frame, heightMm, widthMm, depthMm } = stack.discs.get(name)!;
  const { canalSagittalMm, canalTransverseMm } = levelSizes.get(levels[0])!;
  const edge = depthMm / 2;
  const { displacement, intravertebral, slip, canal, foramina, recesses, ...plain } = plan;
  const unit = levels[0].startsWith('C') ? 0.7 : 1;
  const isLateral = displacement?.side === 'left' || displacement?.side === 'right';
  const central = displacement ? displacement.reachMm * (isLateral ? 0.35 : 1) : 0;
  const lateral = isLateral ? (displacement.side === 'left' ? 1 : -1) * canalTransverseMm * 0.3 : 0;
  const free = canalSagittalMm - central - 1;
  const sagittalMm = Math.min(sacDepth(levels[0], canal), Math.max(3, free));
  const opening = (side: Side, severity: Severity, roomMm: number, at: readonly number[]) => {
    const [out, back, up] = at as [number, number, number];
    const way = side === 'left' ? 1 : -1;
    return { severity, roomMm, centreMm: pointAt(frame, [way * out, back, up]) };
  };
  const foramen = (side: Side) => {
    const severity = foramina[side];
    const roomMm = share(severity, [1, 0.5, 0.15]) * 12 * unit;
    return opening(side, severity, roomMm, [canalTransverseMm / 2 + 4, edge + 4 * unit, 5 * unit]);
  };
  const recess = (side: Side) => {
    const roomMm = share(recesses[side], [1, 0.55, 0.2]) * 5 * unit;
    return opening(side, recesses[side], roomMm, [canalTransverseMm * 0.36, edge + 3.5 * unit, -2]);
  };
  return {
    levels,
    name,
    centreMm: frame.centreMm,
    axes: frame.axes,
    widthMm,
    depthMm,
    heightMm,
    ...plain,
    displacement: displacement && {
      ...displacement,
      tipMm: pointAt(frame, [lateral, edge + displacement.reachMm, 0]),
    },
    intravertebral: intravertebral && {
      ...intravertebral,
      pointMm: pointAt(frame, [
        0,
        0,
        (intravertebral.into === 'upper' ? 1 : -1) *
          (heightMm.middle / 2 + intravertebral.depthMm / 2),
      ]),
    },
    slip: slip && { ...slip, meyerding: meyerdingOf(slip, stack, levels[1]) },
    posteriorMarginMm: pointAt(frame, [0, edge + central, 0]),
    canal: {
      severity: canal,
      centreMm: pointAt(frame, [0, edge + central + 0.5 + sagittalMm / 2, 0]),
      sagittalMm,
      transverseMm: canalTransverseMm * share(canal, [0.8, 0.66, 0.5]),
    },
    foramina: { left: foramen('left'), right: foramen('right') },
    recesses: { left: recess('left'), right: recess('right') },
  };
}

function share(severity: Severity, [mild, moderate, severe]: [number, number, number]): number {
  return { 'Normal/Mild': mild, Moderate: moderate, Severe: severe }[severity];
}

function sacDepth(level: Level, severity: Severity): number {
  if (level.startsWith('C')) return share(severity, [12, 8, 5.5]);
  return share(severity, level.startsWith('T') ? [12.5, 8.5, 6] : [13.5, 8.5, 5]);
}

function meyerdingOf(slip: NonNullable<DiscPlan['slip']>, stack: Stack, lower: Level) {
  if (slip.direction === 'left' || slip.direction === 'right') return null;
  const quarters = (slip.distanceMm / stack.bodies.get(lower)!.size.depthMm) * 4;
  return Math.min(4, Math.max(1, Math.ceil(quarters)));
}
