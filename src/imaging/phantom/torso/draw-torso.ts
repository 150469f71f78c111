import { type Canvas, stepsOf } from '../drawing/canvas.ts';
import { newNoise } from '../drawing/noise.ts';
import type { Spine } from '../truth/spine.ts';
import { layBackbone } from './backbone.ts';
import { tissueBeside } from './tissue-beside.ts';

/** Everything round the spine. First of all: what comes later lies over it. */
export function drawTorso(canvas: Canvas, spine: Spine): void {
  const { grid, tissue } = canvas;
  const [alongI, alongJ, alongK] = stepsOf(grid);
  const at = tissueBeside(spine, layBackbone(spine), newNoise(spine.seed));
  let index = 0;
  for (let k = 0; k < grid.size[2]; k++) {
    for (let j = 0; j < grid.size[1]; j++) {
      let [x, y, z] = [0, 1, 2].map(
        axis => grid.originMm[axis]! + j * alongJ[axis]! + k * alongK[axis]!,
      ) as [number, number, number];
      for (let i = 0; i < grid.size[0]; i++) {
        tissue[index++] = at(x, y, z);
        x += alongI[0];
        y += alongI[1];
        z += alongI[2];
      }
    }
  }
}
