import { canalTubes } from '../shapes/canal.ts';
import { type Node, tubePiece } from '../shapes/tube.ts';
import type { Spine } from '../truth/spine.ts';
import { type Canvas, tissue } from './canvas.ts';
import { visitLines, visitShape } from './visit-shape.ts';

/** Fat, then the sac of fluid with its roots, then the cord. */
export function drawCanal(canvas: Canvas, spine: Spine): void {
  const { bony, sac, cord } = canalTubes(spine);
  fillTube(canvas, bony, tissue.epiduralFat);
  const lumbar = new Set(
    spine.vertebrae.flatMap(({ level, centreMm }) =>
      level.startsWith('L') || level === 'S1' ? [centreMm[2]] : [],
    ),
  );
  const conus = Math.max(...lumbar) + 5;
  eachPiece(sac, (from, to) => {
    const piece = tubePiece(from, to);
    if (!piece) return;
    const low = Math.min(from.centreMm[2], to.centreMm[2]);
    visitLines(canvas.grid, piece, 0, (first, line, distancesMm) => {
      for (let at = 0; at < line.count; at++) {
        if (distancesMm[at]! >= 0) continue;
        const x = (line.left + at * line.stepLeft) / from.halfWidth;
        const y = (line.back + at * line.stepBack) / from.halfDepth;
        const isRoot = low < conus && rootAt(x, y, Math.min(from.halfWidth, from.halfDepth));
        canvas.tissue[first + at] = isRoot ? tissue.nerve : tissue.fluid;
        canvas.depth[first + at] = 255 + distancesMm[at]! * 25;
      }
    });
  });
  fillTube(canvas, cord, tissue.cord);
}

function fillTube(canvas: Canvas, nodes: readonly Node[], what: number): void {
  eachPiece(nodes, (from, to) => {
    const piece = tubePiece(from, to);
    if (!piece) return;
    visitShape(canvas.grid, piece, index => {
      canvas.tissue[index] = what;
    });
  });
}

function eachPiece(nodes: readonly Node[], each: (from: Node, to: Node) => void): void {
  nodes.slice(1).forEach((to, at) => {
    each(nodes[at]!, to);
  });
}

/** Roots of the cauda equina, who lie on his back: a layer at the back of the sac, and the pairs
 *  about to leave at its sides. In a narrow sac they fill it. */
const roots = Array.from({ length: 22 }, (_, at) => {
  const row = at % 3;
  const along = (Math.floor(at / 3) / 7) * 2 - 1;
  return { left: along * (0.8 - row * 0.12), back: 0.75 - row * 0.27 - along * along * 0.45 };
});

function rootAt(x: number, y: number, radiusMm: number): boolean {
  const reach = 0.75 / radiusMm;
  for (const root of roots) {
    if (Math.abs(x - root.left) < reach && Math.abs(y - root.back) < reach) return true;
  }
  return false;
}
