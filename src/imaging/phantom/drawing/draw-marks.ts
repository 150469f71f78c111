import { bar, egg } from '../shapes/bar.ts';
import { body } from '../shapes/body.ts';
import { pointAt } from '../spine/frame.ts';
import type { Disc, Spine } from '../truth/spine.ts';
import { type Canvas, marks } from './canvas.ts';
import type { Shape } from './shape.ts';
import { visitShape } from './visit-shape.ts';

/** What changes the marrow: the vein that leaves each large body at its back, bands beside worn discs,
 *  the oedema of a fresh break. */
export function drawMarks(canvas: Canvas, spine: Spine): void {
  for (const vertebra of spine.vertebrae) {
    if (vertebra.level === 'C1' || vertebra.level === 'S1') continue;
    const { widthMm, depthMm, heightMm } = vertebra;
    const frame = { centreMm: vertebra.centreMm, axes: vertebra.axes };
    if (vertebra.collapse) {
      const plain = { waist: 0, hollowMm: 0, notchMm: 0, roughMm: 0, phase: 0 };
      const all = body({ widthMm, depthMm, heightMm, ...plain });
      mark(canvas, { frame, solid: all }, marks.oedema);
    }
    if (vertebra.level.startsWith('C')) continue;
    // A funnel, open behind.
    const vein = bar(
      [0, depthMm / 2, 0],
      [0, depthMm * 0.08, 0],
      [depthMm * 0.14, depthMm * 0.03],
      [1, 1, 2.2],
    );
    mark(canvas, { frame, solid: vein }, marks.vein);
  }
  for (const disc of spine.discs) for (const shape of bands(disc)) mark(canvas, shape, disc.modic);
}

/** From both plates into the bodies. */
function bands(disc: Disc): Shape[] {
  if (disc.modic === 0) return [];
  const { heightMm, widthMm, depthMm, axes } = disc;
  return [1, -1].map(way => {
    const centreMm = pointAt(disc, [0, -depthMm * 0.1, way * (heightMm.middle / 2 + 2)]);
    return {
      frame: { centreMm, axes },
      solid: egg([0, 0, 0], [widthMm * 0.44, depthMm * 0.42, 9]),
    };
  });
}

function mark(canvas: Canvas, shape: Shape, what: number): void {
  visitShape(canvas.grid, shape, index => {
    if (canvas.mark[index] !== marks.arch) canvas.mark[index] = what;
  });
}
