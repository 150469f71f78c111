import { coronalCorners, sagittalCorners } from '../truth/spine.ts';
import type { VertebraPlan } from './case-plan.ts';
import type { Draw } from './draw.ts';

/** Bones break at the thoracolumbar junction and where they are thin; spurs grow with wear. */
export function planVertebra(
  draw: Draw,
  { wear, frailty, small }: { wear: number; frailty: number; small: boolean },
): VertebraPlan {
  const collapse = draw.happens(frailty)
    ? {
        kind: draw.one(['wedge', 'wedge', 'biconcave', 'crush'] as const),
        lostPercent: draw.between(23, 55),
      }
    : null;
  const unit = small ? 0.6 : 1;
  const spurred = draw.happens(Math.max(0, wear - 0.25));
  const osteophytes = [...sagittalCorners, ...coronalCorners].flatMap(at => {
    const likely = at.startsWith('posterior') ? 0.1 : 0.5;
    return spurred && draw.happens(likely) ? [{ at, sizeMm: draw.between(3, 7) * unit }] : [];
  });
  return { collapse, osteophytes, screws: false };
}
