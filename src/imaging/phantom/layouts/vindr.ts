import type { Vector } from '../../../contracts/imaging/index.ts';
import { add, scale } from '../../geometry/index.ts';
import type { PhantomFinding } from '../truth/finding.ts';
import type { Spine } from '../truth/spine.ts';
import { csvOf, rowsOf } from './csv.ts';
import { inventHex } from './invent-id.ts';
import type { Layout, PlainView } from './layout.ts';
import { placeInto, writeInto } from './write-into.ts';

const columns = [
  ...['study_id', 'series_id', 'image_id', 'rad_id', 'lesion_type', 'xmin', 'ymin', 'xmax', 'ymax'],
];

/** What an X-ray shows of what is known, in the owners' words and their spelling. */
const lesions: Partial<Record<PhantomFinding['finding'], string>> = {
  osteophytes: 'Osteophytes',
  'disc-space-narrowing': 'Disc space narrowing',
  'foraminal-stenosis': 'Foraminal stenosis',
  'vertebral-collapse': 'Vertebral collapse',
  spondylolisthesis: 'Spondylolysthesis',
  'surgical-implant': 'Surgical implant',
  'other-lesion': 'Other lesions',
};

/** VinDr-SpineXR: studies of two X-rays, each read by one to three radiologists. */
export const vindrLayout: Layout = {
  name: 'vindr',
  regions: ['lumbar', 'cervical', 'whole'],
  async writeCase(root, { number, spine, views, save }) {
    const split = number % 4 === 3 ? 'test' : 'train';
    const study = inventHex('vindr', spine.seed, number);
    const rows: (string | number)[][] = [];
    for (const what of ['ap', 'lateral'] as const) {
      const [series, image] = [inventHex(study, what), inventHex(study, what, 'image')];
      const file = await placeInto(root, `${split}_images/${image}.dicom`);
      await save.dicomPicture(file, what, {
        patientId: `vindr-${study}`,
        seriesNumber: what === 'ap' ? 1 : 2,
        description: '',
      });
      const found = spine.findings.flatMap(finding => lesionOf(finding, spine, views[what]));
      for (let reader = 0; reader < 1 + (number % 3); reader++) {
        const rater = `rad${1 + ((number + reader) % 7)}`;
        const about = [study, series, image, rater];
        if (found.length === 0) rows.push([...about, 'No finding', '', '', '', '']);
        else rows.push(...found.map(lesion => [...about, ...lesion]));
      }
    }
    return { [split]: rows };
  },
  async writeTables(root, rows) {
    for (const split of ['train', 'test']) {
      const table = [columns, ...rowsOf(rows, split)];
      if (table.length > 1) await writeInto(root, `annotations/${split}.csv`, csvOf(table));
    }
  },
};

function lesionOf({ finding, pointMm, levels }: PhantomFinding, spine: Spine, view: PlainView) {
  const lesion = lesions[finding];
  if (!lesion) return [];
  const vertebra = spine.vertebrae.find(({ level }) => level === levels[0]);
  const point = pointMm ?? vertebra?.centreMm;
  if (!point) return [];
  return [[lesion, ...boxAround(view, point, finding === 'vertebral-collapse' ? 28 : 16)]];
}

/** Of the points that far off in all directions; cut at the picture's edges. */
function boxAround(view: PlainView, point: Vector, reachMm: number): number[] {
  const corners = [-1, 1].flatMap(x =>
    [-1, 1].flatMap(y => [-0.6, 0.6].map(z => view.toPixel(add(point, scale([x, y, z], reachMm))))),
  );
  const [width, height] = view.size;
  const within = (values: number[], most: number) =>
    [Math.min(...values), Math.max(...values)].map(value => Math.min(most, Math.max(0, value)));
  const [left, right] = within(
    corners.map(([x]) => x),
    width - 1,
  );
  const [top, bottom] = within(
    corners.map(([, y]) => y),
    height - 1,
  );
  return [left!, top!, right!, bottom!];
}
