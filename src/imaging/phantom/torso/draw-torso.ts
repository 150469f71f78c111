import { type Canvas, stepsOf } from '../drawing/canvas.ts';
import { newNoise } from '../drawing/noise.ts';
import type { Spine } from '../truth/spine.ts';
import { layBackbone } from './backbone.ts';
import { tissueBeside } from './tissue-beside.ts';

/** Everything round the spine. First of all: what comes later lies over it. Rows of a grid run
 *  level, to the left or to the back. Slices that are parts of one thick one may share what their
 *  middle shows. */
export function drawTorso({ grid, tissue }: Canvas, spine: Spine, sharing = 1): void {
  const [columns, rows, slices] = grid.size;
  const [alongI, alongJ, alongK] = stepsOf(grid);
  const fill = tissueBeside(spine, layBackbone(spine), newNoise(spine.seed));
  const area = columns * rows;
  for (let k = (sharing - 1) / 2; k < slices; k += sharing) {
    for (let j = 0; j < rows; j++) {
      const at = (axis: 0 | 1 | 2) => grid.originMm[axis] + j * alongJ[axis] + k * alongK[axis];
      const first = j * columns + k * area;
      const row = tissue.subarray(first, first + columns);
      fill(row, { x: at(0), y: at(1), z: at(2), stepX: alongI[0], stepY: alongI[1] });
    }
    const start = k - (sharing - 1) / 2;
    for (let other = start; other < start + sharing; other++) {
      if (other !== k) tissue.copyWithin(other * area, k * area, (k + 1) * area);
    }
  }
}
