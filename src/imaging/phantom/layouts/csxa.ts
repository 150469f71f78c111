import type { Spine } from '../truth/spine.ts';
import { rowsOf } from './csv.ts';
import type { Layout, PlainView } from './layout.ts';
import { placeInto, writeInto } from './write-into.ts';
import { xlsxOf } from './xlsx/xlsx-of.ts';

const curvatures: Record<Spine['curves']['cervical'], number> = {
  lordotic: 1,
  straight: 2,
  'sigmoid type 1': 3,
  'sigmoid type 2': 4,
  kyphotic: 5,
};

/** CSXA: a lateral X-ray of the neck, its keypoints beside it, and one workbook with a title above
 *  the names of its columns. */
export const csxaLayout: Layout = {
  name: 'csxa',
  regions: ['cervical'],
  async writeCase(root, { number, spine, views, save }) {
    const patient = String(number + 1).padStart(4, '0');
    const age = String(spine.ageYears).padStart(2, '0');
    const stem = `${patient}${spine.sex === 'M' ? 1 : 0}${age}`;
    await save.plain(await placeInto(root, `datasets-PNG/${stem}.png`), 'lateral');
    const [imageWidth, imageHeight] = views.lateral.size;
    const annotation = {
      version: '5.1.1',
      flags: {},
      shapes: keypoints(spine, views.lateral),
      imagePath: `..\\datasets-PNG\\${stem}.png`,
      imageData: null,
      imageHeight,
      imageWidth,
    };
    await writeInto(root, `datasets-JSON/${stem}.json`, JSON.stringify(annotation, null, 2));
    const sex = spine.sex === 'M' ? 'Male' : 'Female';
    return { sheet: [[number + 1, sex, spine.ageYears, curvatures[spine.curves.cervical]]] };
  },
  async writeTables(root, rows) {
    const title = ['Cervical spine X-ray atlas'];
    const names = ['Number', 'Gender', 'Age', 'Curvature'];
    await writeInto(root, 'datasets.xlsx', xlsxOf([title, names, ...rowsOf(rows, 'sheet')]));
  },
};

/** Three of C2 and the four corners of each vertebra below it, named as one sees them. */
function keypoints(spine: Spine, view: PlainView) {
  return spine.vertebrae
    .filter(({ level }) => /^C[2-7]$/.test(level))
    .flatMap(({ level, sagittal, centreMm }) => {
      const corner = (row: 'Upper' | 'Lower') => {
        const ends = [sagittal[`anterior${row}`], sagittal[`posterior${row}`]].map(view.toPixel);
        const [left, right] = ends.toSorted((a, b) => a[0] - b[0]);
        const name = row === 'Upper' ? 'top' : 'bottom';
        return [shape(`${level} ${name} left`, left!), shape(`${level} ${name} right`, right!)];
      };
      if (level === 'C2') return [...corner('Lower'), shape('C2 centroid', view.toPixel(centreMm))];
      return [...corner('Upper'), ...corner('Lower')];
    });
}

function shape(label: string, [x, y]: readonly [number, number]) {
  return { label, points: [[x, y]], group_id: null, shape_type: 'point', flags: {} };
}
