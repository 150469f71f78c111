import type { Vector } from '../../../contracts/imaging/index.ts';
import { LEVELS } from '../../../spine/index.ts';
import type { Shape, Solid } from '../drawing/shape.ts';
import { startDraw } from '../plan/draw.ts';
import type { Spine, Vertebra } from '../truth/spine.ts';
import { bar } from './bar.ts';
import { body } from './body.ts';
import { atlas, cervicalArch } from './cervical-arch.ts';
import { type Limits, limitsOf } from './limits.ts';
import { lumbarArch } from './lumbar-arch.ts';
import { thoracicArch } from './thoracic-arch.ts';

export type VertebraShapes = { body: Shape | null; arch: Shape[] };

export function vertebraShapes(spine: Spine, vertebra: Vertebra): VertebraShapes {
  const { level } = vertebra;
  const canal = spine.canal.find(({ levels }) => levels.length === 1 && levels[0] === level)!;
  const unit = spine.sex === 'F' ? 0.93 : 1;
  const limits = limitsOf(vertebra, canal, unit);
  const frame = { centreMm: vertebra.centreMm, axes: vertebra.axes };
  const withFrame = (solid: Solid) => ({ frame, solid });
  if (level === 'C1') return { body: null, arch: atlas().map(withFrame) };
  const spurs = vertebra.osteophytes.map(spur => growSpur(vertebra, spur));
  return {
    body: withFrame(bodyOf(spine, vertebra)),
    arch: [...archOf(vertebra, limits), ...spurs].map(withFrame),
  };
}

function archOf(vertebra: Vertebra, limits: Limits): Solid[] {
  if (vertebra.level.startsWith('C')) return cervicalArch(vertebra.level, limits);
  if (vertebra.level.startsWith('T')) return thoracicArch(vertebra.level, limits);
  return lumbarArch(vertebra.level, limits);
}

function bodyOf(spine: Spine, { level, widthMm, depthMm, heightMm, collapse }: Vertebra): Solid {
  const at = (side: 0 | 1) => spine.discs.find(({ levels }) => levels[side] === level);
  const uneven = at(0)?.endplateChange.upper || at(1)?.endplateChange.lower;
  const neck = level.startsWith('C');
  const rim = (heightMm.anterior + heightMm.posterior) / 2;
  // No two bodies are quite alike.
  const draw = startDraw(spine.seed * 41 + LEVELS.indexOf(level));
  const hollowMm = (neck ? 0.9 : level.startsWith('T') ? 1.1 : 1.7) * draw.between(0.75, 1.25);
  return body({
    widthMm,
    depthMm,
    heightMm,
    waist: (neck ? 0.1 : 0.14) * draw.between(0.8, 1.25),
    hollowMm: collapse?.kind === 'biconcave' ? (rim - heightMm.middle) / 2 : hollowMm,
    notchMm: neck ? 0.5 : 2.2,
    roughMm: collapse ? 0.9 : uneven ? 0.8 : neck ? 0.2 : 0.3,
    phase: draw.between(0, 40),
  });
}

/** A lip along the edge, thinnest at its tip. */
function growSpur(
  vertebra: Vertebra,
  { at, tipMm, sizeMm }: Vertebra['osteophytes'][number],
): Solid {
  const corner = { ...vertebra.sagittal, ...vertebra.coronal }[at]!;
  const local = (point: readonly number[]) => {
    const from = point.map((value, axis) => value - vertebra.centreMm[axis]!);
    const along = (axis: readonly number[]) =>
      from.reduce((sum, value, i) => sum + value * axis[i]!, 0);
    const { left, back, up } = vertebra.axes;
    return [along(left), along(back), along(up)] as const;
  };
  const [left, back, up] = local(corner);
  const root = [left * 0.88, back * 0.88, up * 0.82] as const;
  const ofFront = at.startsWith('anterior') || at.startsWith('posterior');
  const wide = 4 + sizeMm * 0.25;
  const end = local(tipMm).map((value, axis) => value - (value - root[axis]!) * 0.18);
  return bar(root, end as unknown as Vector, [wide, 1.9], ofFront ? [0.35, 1, 1.1] : [1, 0.4, 1.1]);
}
