import type { Severity } from '../truth/spine.ts';
import { type DiscPlan, soundDisc } from './case-plan.ts';
import type { Draw } from './draw.ts';

/** `wear` from 0 (as new) to 1 (as worn as discs get): age, and how much the level has to bear. */
export function planDisc(draw: Draw, wear: number, small: boolean): DiscPlan {
  const pfirrmann = Math.min(5, Math.max(1, Math.round(draw.normal(1.25 + 3.4 * wear, 0.55))));
  const unit = small ? 0.55 : 1;
  const collapsed = pfirrmann === 5 || (pfirrmann === 4 && draw.happens(0.45));
  const narrowingPercent = pfirrmann === 5 ? draw.between(50, 70) : draw.between(25, 45);
  const displacement = planDisplacement(draw, pfirrmann, unit);
  const crowding = wear * 0.5 + (displacement ? displacement.reachMm / unit / 14 : 0);
  return {
    ...soundDisc,
    pfirrmann,
    narrowingPercent: collapsed ? narrowingPercent : draw.between(0, 8),
    modic: pfirrmann >= 4 && draw.happens(0.35) ? draw.whole(1, 3) : 0,
    endplateChange: {
      upper: pfirrmann >= 4 && draw.happens(0.3),
      lower: pfirrmann >= 4 && draw.happens(0.3),
    },
    displacement,
    intravertebral: draw.happens(0.03 + 0.05 * wear)
      ? { into: draw.one(['upper', 'lower']), depthMm: draw.between(4, 7) * unit }
      : null,
    slip: draw.happens(0.12 * wear) ? planSlip(draw, unit) : null,
    canal: severityFor(draw, crowding),
    foramina: {
      left: severityFor(draw, wear * 0.6 + sideShare(displacement, 'left')),
      right: severityFor(draw, wear * 0.6 + sideShare(displacement, 'right')),
    },
    recesses: {
      left: severityFor(draw, wear * 0.45 + 2 * sideShare(displacement, 'left')),
      right: severityFor(draw, wear * 0.45 + 2 * sideShare(displacement, 'right')),
    },
  };
}

type Displacement = DiscPlan['displacement'];

function planDisplacement(draw: Draw, pfirrmann: number, unit: number): Displacement {
  if (pfirrmann < 3) return null;
  const what = draw.between(0, 1);
  if (what < 0.4) return null;
  if (what < 0.65)
    return { kind: 'bulge', side: 'central', reachMm: draw.between(2.5, 3.5) * unit };
  const side = draw.one(['left', 'right', 'left', 'right', 'central'] as const);
  if (what < 0.9) return { kind: 'protrusion', side, reachMm: draw.between(4, 6) * unit };
  return { kind: 'extrusion', side, reachMm: draw.between(6.5, 9) * unit };
}

function planSlip(draw: Draw, unit: number): DiscPlan['slip'] {
  const direction = draw.one(['anterior', 'anterior', 'anterior', 'posterior', 'left', 'right']);
  const most = direction === 'anterior' ? 14 : 6;
  return { direction, distanceMm: draw.between(4, most) * unit } as DiscPlan['slip'];
}

function sideShare(displacement: Displacement, side: 'left' | 'right'): number {
  return displacement?.side === side ? 0.2 : 0;
}

function severityFor(draw: Draw, crowding: number): Severity {
  const seen = draw.normal(crowding, 0.17);
  return seen > 0.85 ? 'Severe' : seen > 0.58 ? 'Moderate' : 'Normal/Mild';
}
