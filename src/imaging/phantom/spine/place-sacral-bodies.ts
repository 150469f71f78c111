import type { Spine } from '../truth/spine.ts';
import { axesOf, type Frame, pointAt } from './frame.ts';
import type { Placed } from './stack-levels.ts';

const bendDegrees = 13;

/** The sacrum's bodies hang from the first, each smaller and bent further to the front. */
export function placeSacralBodies(first: Placed, scale: number): Spine['sacrum'] {
  const { frame, size, heightMm, tilt } = first;
  const { widthMm, depthMm } = size;
  const bodies = [{ ...frame, widthMm, depthMm, heightMm: heightMm.middle }];
  let bottom = pointAt(frame, [0, depthMm * 0.08, -heightMm.middle / 2]);
  for (const [at, share] of [0.72, 0.55, 0.42, 0.34].entries()) {
    const sagittalDegrees = tilt.sagittalDegrees + 6 - bendDegrees * (at + 1);
    const length = (24 - at * 3) * scale;
    const next: Frame = {
      centreMm: bottom,
      axes: axesOf({ ...tilt, sagittalDegrees }),
    };
    next.centreMm = pointAt(next, [0, 0, -length / 2]);
    bodies.push({ ...next, widthMm: widthMm * share, depthMm: depthMm * share, heightMm: length });
    bottom = pointAt(next, [0, 0, -length / 2]);
  }
  return { slopeDegrees: tilt.sagittalDegrees, bodies };
}
