import type { Level } from '../../../spine/index.ts';
import { pointAt } from '../spine/frame.ts';
import type { Spine } from '../truth/spine.ts';
import type { Node } from './tube.ts';

export type CanalTubes = { bony: Node[]; sac: Node[]; cord: Node[] };

/** The bony canal, the sac in it and the cord in that, from the head to the sacrum. The cord ends
 *  at the first lumbar vertebra, the sac at the second sacral one. */
export function canalTubes(spine: Spine): CanalTubes {
  const tubes: CanalTubes = { bony: [], sac: [], cord: [] };
  for (const { levels, centreMm, sagittalMm, transverseMm } of spine.canal) {
    const level = levels[0]!;
    const disc =
      levels.length === 2 ? spine.discs.find(({ name }) => name === levels.join('/')) : null;
    const { axes } = disc ?? spine.vertebrae.find(vertebra => vertebra.level === level)!;
    const place = { centreMm, axes };
    tubes.bony.push({ ...place, halfWidth: transverseMm / 2, halfDepth: sagittalMm / 2 });
    const sac: Node = disc
      ? {
          centreMm: disc.canal.centreMm,
          axes,
          halfWidth: disc.canal.transverseMm / 2,
          halfDepth: disc.canal.sagittalMm / 2,
        }
      : { ...place, halfWidth: transverseMm * 0.4, halfDepth: Math.min(sagittalMm - 2, 14) / 2 };
    tubes.sac.push(sac);
    const cord = cordAt(level, levels.length === 2);
    if (cord) tubes.cord.push({ ...sac, ...squeeze(cord, sac) });
  }
  const { bodies } = spine.sacrum;
  for (const [at, body] of bodies.slice(1).entries()) {
    const back = body.depthMm / 2 + [7, 5, 4, 3][at]!;
    const centreMm = pointAt(body, [0, back, 0]);
    const place = { centreMm, axes: body.axes };
    tubes.bony.push({ ...place, halfWidth: [12, 9, 6, 3][at]!, halfDepth: [6, 4.5, 3.5, 2][at]! });
    if (at === 0) tubes.sac.push({ ...place, halfWidth: 3, halfDepth: 2.5 });
  }
  const top = spine.vertebrae[0]!;
  const upward = (node: Node): Node => ({
    ...node,
    centreMm: pointAt({ ...node, axes: top.axes }, [0, -2, 26]),
  });
  for (const tube of Object.values(tubes)) tube.unshift(upward(tube[0]!));
  return tubes;
}

type Half = { halfWidth: number; halfDepth: number };

function cordAt(level: Level, isDisc: boolean): Half | null {
  const number = Number(level.slice(1));
  if (level.startsWith('C')) {
    const swelling = number >= 4 && number <= 6 ? 6.8 : 6;
    return { halfWidth: swelling, halfDepth: 3.7 };
  }
  if (level.startsWith('T')) {
    const swelling = number >= 10 ? 4.6 : 4.2;
    return { halfWidth: swelling, halfDepth: number >= 10 ? 3.9 : 3.3 };
  }
  if (level === 'L1')
    return isDisc ? { halfWidth: 0.5, halfDepth: 0.5 } : { halfWidth: 2.6, halfDepth: 2.4 };
  return null;
}

function squeeze(cord: Half, sac: Half): Half {
  return {
    halfWidth: Math.min(cord.halfWidth, sac.halfWidth - 0.5),
    halfDepth: Math.min(cord.halfDepth, sac.halfDepth * 0.92),
  };
}
