import type { Grid, Vector } from '../../../contracts/imaging/index.ts';
import { axisCodes, indexAtPoint } from '../../geometry/index.ts';
import type { Layout, LayoutCase } from './layout.ts';
import { verseLabel, verseMaskValue } from './verse-labels.ts';
import { placeInto, writeInto } from './write-into.ts';

/** In which the owners' tools keep their centres, whichever way the picture is stored. */
const direction = ['P', 'I', 'R'];
const folders = ['training', 'validation', 'test'];

/** VerSe by subject: pictures and what was derived from them apart, centres in voxels. */
export const verseLayout: Layout = {
  name: 'verse',
  regions: ['cervical', 'lumbar', 'whole'],
  async writeCase(root, given) {
    const { number, views, save } = given;
    const subject = `sub-verse${String(number).padStart(3, '0')}`;
    const part = folders[number % 5 === 3 ? 1 : number % 5 === 4 ? 2 : 0];
    const stem = `${subject}${infixes[number % infixes.length]}`;
    const raw = `dataset-verse20${part}/rawdata/${subject}/${stem}`;
    const derived = `dataset-verse20${part}/derivatives/${subject}/${stem}`;
    await save.nifti(await placeInto(root, `${raw}_ct.nii.gz`), 'ct');
    const mask = await placeInto(root, `${derived}_seg-vert_msk.nii.gz`);
    await save.niftiMask(mask, 'ct', verseMaskValue);
    await save.plain(await placeInto(root, `${derived}_seg-vert_snp.png`), 'lateral');
    const centres = centresOf(given, point => inFrame(views.ct, indexAtPoint(views.ct, point)));
    await writeInto(
      root,
      `${derived}_seg-subreg_ctd.json`,
      JSON.stringify([{ direction }, ...centres]),
    );
    return {};
  },
  async writeTables() {},
};

/** Some scans are one of several of their patient, some are named by how they were stored. */
const infixes = ['', '_dir-iso', '_split-verse090', '_dir-ax', '_split-verse155_dir-sag'];

export function centresOf({ spine }: LayoutCase, place: (point: Vector) => Vector) {
  return spine.vertebrae.flatMap(({ level, centreMm }) => {
    const label = verseLabel(level);
    if (label === 0 || !spine.shown.includes(level)) return [];
    const [X, Y, Z] = place(centreMm).map(number => Math.round(number * 10) / 10);
    return [{ label, X, Y, Z }];
  });
}

const opposite: Record<string, string> = { L: 'R', R: 'L', P: 'A', A: 'P', S: 'I', I: 'S' };

function inFrame(grid: Grid, index: Vector): Vector {
  const own = [...axisCodes(grid.directions)];
  return direction.map(code => {
    const same = own.indexOf(code);
    const axis = same >= 0 ? same : own.indexOf(opposite[code]!);
    return same >= 0 ? index[axis]! : grid.size[axis]! - 1 - index[axis]!;
  }) as unknown as Vector;
}
