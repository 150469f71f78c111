import type { Grid, Vector } from '../../../contracts/imaging/index.ts';
import { matchAxes, pointAtIndex, subtract } from '../../geometry/index.ts';
import type { Layout } from './layout.ts';
import { centresOf } from './verse.ts';
import { verseMaskValue } from './verse-labels.ts';
import { placeInto, writeInto } from './write-into.ts';

const folders = ['01_training', '02_validation', '03_test'];

/** VerSe as it was given to the challenge: a folder a scan, centres in a frame of 1 mm that begins
 *  at the front, the head and the left. */
export const verseChallengeLayout: Layout = {
  name: 'verse-challenge',
  regions: ['cervical', 'lumbar', 'whole'],
  async writeCase(root, given) {
    const { number, views, save } = given;
    const scan = `GL${String(number).padStart(3, '0')}`;
    const stem = `${folders[number % 3]}/${scan}/${scan}_CT_ax`;
    await save.nifti(await placeInto(root, `${stem}.nii.gz`), 'ct');
    await save.niftiMask(await placeInto(root, `${stem}_seg.nii.gz`), 'ct', verseMaskValue);
    await save.plain(await placeInto(root, `${stem}.png`), 'lateral');
    const from = firstCorner(views.ct);
    const centres = centresOf(given, point => {
      const [x, y, z] = subtract(point, from);
      return [y, -z, -x];
    });
    await writeInto(root, `${stem}_iso-ctd.json`, JSON.stringify(centres));
    return {};
  },
  async writeTables() {},
};

/** The centre of the voxel that lies farthest to the left, the front and the head. */
function firstCorner(grid: Grid): Vector {
  const [left, back, head] = matchAxes(grid.directions);
  const index = [0, 0, 0];
  for (const [{ axis, sign }, end] of [
    [left, 1],
    [back, -1],
    [head, 1],
  ] as const)
    index[axis] = sign === end ? grid.size[axis]! - 1 : 0;
  return pointAtIndex(grid, index as unknown as Vector);
}
