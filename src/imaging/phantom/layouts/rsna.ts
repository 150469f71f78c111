import type { Grid, Vector } from '../../../contracts/imaging/index.ts';
import { indexAtPoint } from '../../geometry/index.ts';
import type { Disc } from '../truth/spine.ts';
import { csvOf, rowsOf } from './csv.ts';
import { inventNumber } from './invent-id.ts';
import type { CaseViews, Layout } from './layout.ts';
import { placeInto, writeInto } from './write-into.ts';

const levels = ['l1_l2', 'l2_l3', 'l3_l4', 'l4_l5', 'l5_s1'];
const conditions = {
  spinal_canal_stenosis: { title: 'Spinal Canal Stenosis', on: 't2', of: (d: Disc) => d.canal },
  left_neural_foraminal_narrowing: {
    title: 'Left Neural Foraminal Narrowing',
    on: 't1',
    of: (d: Disc) => d.foramina.left,
  },
  right_neural_foraminal_narrowing: {
    title: 'Right Neural Foraminal Narrowing',
    on: 't1',
    of: (d: Disc) => d.foramina.right,
  },
  left_subarticular_stenosis: {
    title: 'Left Subarticular Stenosis',
    on: 'axialT2',
    of: (d: Disc) => d.recesses.left,
  },
  right_subarticular_stenosis: {
    title: 'Right Subarticular Stenosis',
    on: 'axialT2',
    of: (d: Disc) => d.recesses.right,
  },
} as const;
const columns = Object.keys(conditions).flatMap(name => levels.map(level => `${name}_${level}`));
const series = { t1: 'Sagittal T1', t2: 'Sagittal T2/STIR', axialT2: 'Axial T2' } as const;
type What = keyof typeof series;

/** RSNA LumbarDISC: a folder a study, a folder a series, a file an instance, three tables. */
export const rsnaLayout: Layout = {
  name: 'rsna',
  regions: ['lumbar'],
  async writeCase(root, { number, spine, views, save }) {
    const study = inventNumber(9, 'rsna', spine.seed, number);
    const seriesId = (what: What) => inventNumber(9, 'rsna', spine.seed, number, what);
    for (const what of Object.keys(series) as What[]) {
      const folder = `train_images/${study}/${seriesId(what)}`;
      const first = await placeInto(root, `${folder}/1.dcm`);
      const seriesNumber = Object.keys(series).indexOf(what) + 1;
      await save.dicomSeries(slice => first.replace(/1\.dcm$/, `${slice + 1}.dcm`), what, {
        patientId: `rsna-${study}`,
        seriesNumber,
        description: series[what],
      });
    }
    const graded = spine.discs.filter(({ name }) => levels.includes(toColumn(name)));
    const grades = new Map<string, string>();
    const points: (string | number)[][] = [];
    for (const disc of graded) {
      for (const [name, { title, on, of }] of Object.entries(conditions)) {
        // Some levels were not graded: the cell stays empty.
        if ((number + levels.indexOf(toColumn(disc.name))) % 11 === 10) continue;
        const { severity, centreMm } = of(disc);
        grades.set(`${name}_${toColumn(disc.name)}`, severity);
        const { slice, x, y } = nearestSlice(blocksOf(views, on), centreMm);
        points.push([study, seriesId(on), slice + 1, title, disc.name, x, y]);
      }
    }
    return {
      train: [[study, ...columns.map(column => grades.get(column) ?? '')]],
      points,
      descriptions: (Object.keys(series) as What[]).map(what => [
        study,
        seriesId(what),
        series[what],
      ]),
    };
  },
  async writeTables(root, rows) {
    const pointColumns = [
      'study_id',
      'series_id',
      'instance_number',
      'condition',
      'level',
      'x',
      'y',
    ];
    const tables = {
      train: [['study_id', ...columns], ...rowsOf(rows, 'train')],
      train_label_coordinates: [pointColumns, ...rowsOf(rows, 'points')],
      train_series_descriptions: [
        ['study_id', 'series_id', 'series_description'],
        ...rowsOf(rows, 'descriptions'),
      ],
    };
    for (const [name, table] of Object.entries(tables))
      await writeInto(root, `${name}.csv`, csvOf(table));
  },
};

const toColumn = (disc: string) => disc.toLowerCase().replace('/', '_');

function blocksOf(views: CaseViews, what: What): readonly Grid[] {
  return what === 'axialT2' ? views.axialT2 : [views[what]];
}

/** The slice that a point lies nearest to, counted through all blocks, and where on it. */
function nearestSlice(blocks: readonly Grid[], point: Vector) {
  let best = { offMm: Number.POSITIVE_INFINITY, slice: 0, x: 0, y: 0 };
  let before = 0;
  for (const block of blocks) {
    const [x, y, z] = indexAtPoint(block, point);
    const nearest = Math.min(block.size[2] - 1, Math.max(0, Math.round(z)));
    const offMm = Math.abs(z - nearest) * block.spacingMm[2];
    if (offMm < best.offMm) best = { offMm, slice: before + nearest, x, y };
    before += block.size[2];
  }
  return best;
}
