import type { Vector } from '../../../contracts/imaging/index.ts';
import type { Level } from '../../../spine/index.ts';
import type { VertebraPlan } from '../plan/case-plan.ts';
import { coronalCorners, sagittalCorners, type Vertebra } from '../truth/spine.ts';
import { pointAt } from './frame.ts';
import { type Placed, rimHeight } from './stack-levels.ts';

export function describeVertebra(level: Level, body: Placed, plan: VertebraPlan): Vertebra {
  const { frame, size, heightMm } = body;
  const corner = (name: string): Vector => {
    const half = name.endsWith('Upper') ? 0.5 : -0.5;
    if (name.startsWith('anterior')) return [0, -size.depthMm / 2, half * heightMm.anterior];
    if (name.startsWith('posterior')) return [0, size.depthMm / 2, half * heightMm.posterior];
    const side = name.startsWith('left') ? 0.5 : -0.5;
    return [side * size.widthMm, 0, half * rimHeight(heightMm)];
  };
  const all = <Name extends string>(names: readonly Name[]) =>
    Object.fromEntries(names.map(name => [name, pointAt(frame, corner(name))])) as Record<
      Name,
      Vector
    >;
  const slope = (heightMm.anterior - heightMm.posterior) / 2 / size.depthMm;
  return {
    level,
    centreMm: frame.centreMm,
    axes: frame.axes,
    widthMm: size.widthMm,
    depthMm: size.depthMm,
    heightMm,
    wedgeDegrees: (2 * Math.atan(slope) * 180) / Math.PI,
    sagittal: all(sagittalCorners),
    coronal: all(coronalCorners),
    collapse: plan.collapse,
    osteophytes: plan.osteophytes.map(spur => ({
      ...spur,
      tipMm: pointAt(frame, grow(corner(spur.at), spur.sizeMm)),
    })),
    screws: plan.screws,
  };
}

/** Spurs point outward and a little towards the disc. */
function grow([left, back, up]: Vector, sizeMm: number): Vector {
  return [
    left + Math.sign(left) * sizeMm * 0.9,
    back + Math.sign(back) * sizeMm * 0.9,
    up + Math.sign(up) * sizeMm * 0.35,
  ];
}
