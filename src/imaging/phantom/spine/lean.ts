import type { Level } from '../../../spine/index.ts';
import type { CasePlan } from '../plan/case-plan.ts';
import type { Tilt } from './frame.ts';

/** How a body leans to the side and turns in a scoliosis: most at the ends of the curve one way
 *  and the other, upright at its apex, where it is turned most; beyond the ends the spine finds
 *  back upright. */
export function leanOf(plan: CasePlan, level: Level): Tilt {
  const upright = { sagittalDegrees: 0, coronalDegrees: 0, turnDegrees: 0 };
  if (!plan.scoliosis) return upright;
  const { cobbDegrees, upperEnd, apex, lowerEnd, convexTo } = plan.scoliosis;
  const at = (name: Level) => plan.levels.indexOf(name);
  const way = convexTo === 'left' ? -1 : 1;
  const isAbove = at(level) < at(apex);
  const reach = isAbove ? at(apex) - at(upperEnd) : at(lowerEnd) - at(apex);
  const steps = Math.abs(at(level) - at(apex)) / Math.max(1, reach);
  const share = steps <= 1 ? Math.sin((steps * Math.PI) / 2) : Math.max(0, 1 - (steps - 1) * 0.8);
  const leans = (cobbDegrees / 2) * share * (isAbove ? 1 : -1) * way;
  const turn = cobbDegrees * 0.35 * Math.max(0, 1 - steps * 0.7) * way;
  return { ...upright, coronalDegrees: leans, turnDegrees: turn };
}
