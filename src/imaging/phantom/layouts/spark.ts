import type { Grid, Vector } from '../../../contracts/imaging/index.ts';
import { indexAtPoint } from '../../geometry/index.ts';
import { uidOf } from '../../writers/index.ts';
import type { Disc, Spine, Vertebra } from '../truth/spine.ts';
import type { DicomSeries, Layout, LayoutCase } from './layout.ts';
import { placeInto, writeInto } from './write-into.ts';

/** Spark: studies of DICOM files without order, and one file of annotations a part. */
export const sparkLayout: Layout = {
  name: 'spark',
  regions: ['lumbar'],
  async writeCase(root, given) {
    const { number, views, save } = given;
    const part = number % 4 === 3 ? 'lumbar_train51' : 'lumbar_train150';
    const folder = `${part}/${part === 'lumbar_train51' ? 'train/' : ''}study${number}`;
    const patient = patientOf(given);
    const sizes = { t2: views.t2.size[2], t1: views.t1.size[2], axialT2: 0 };
    sizes.axialT2 = views.axialT2.reduce((sum, block) => sum + block.size[2], 0);
    let before = 0;
    for (const [what, slices] of Object.entries(sizes) as [keyof typeof sizes, number][]) {
      const first = before;
      before += slices;
      const folderOnDisk = await placeInto(root, `${folder}/image1.dcm`);
      const fileOf = (slice: number) =>
        folderOnDisk.replace(/image1\.dcm$/, `image${first + slice + 1}.dcm`);
      await save.dicomSeries(fileOf, what, seriesOf(patient, what));
    }
    return { [part]: [[JSON.stringify(annotate(given))]] };
  },
  async writeTables(root, rows) {
    for (const part of ['lumbar_train150', 'lumbar_train51']) {
      const studies = rows.flatMap(ofCase => ofCase[part] ?? []).map(([json]) => json);
      if (studies.length === 0) continue;
      await writeInto(root, `${part}_annotation.json`, `[${studies.join(',\n')}]`);
    }
  },
};

const descriptions = { t2: 'T2_TSE_SAG', t1: 'T1_TSE_SAG', axialT2: 'T2_TSE_TRA' };

/** As a hospital numbers its patients. */
export function patientOf({ number, spine }: Pick<LayoutCase, 'number' | 'spine'>): string {
  return `spark-${number}-${spine.seed}`;
}

function seriesOf(patientId: string, what: keyof typeof descriptions): DicomSeries {
  const seriesNumber = Object.keys(descriptions).indexOf(what) + 1;
  return { patientId, seriesNumber, description: descriptions[what] };
}

/** One slice of the T2 series, the one in the middle of the spine. */
function annotate(given: LayoutCase) {
  const { spine, views } = given;
  const { t2 } = views;
  const bodies = spine.vertebrae.filter(({ level }) => spine.shown.includes(level));
  const lumbar = bodies.filter(({ level }) => level.startsWith('L'));
  const across = lumbar.map(({ centreMm }) => indexAtPoint(t2, centreMm)[2]);
  const middle = across.reduce((a, b) => a + b, 0) / across.length;
  const slice = Math.min(t2.size[2] - 1, Math.max(0, Math.round(middle)));
  const discs = spine.discs.filter(({ levels }) =>
    levels.every(each => spine.shown.includes(each)),
  );
  const { patientId, seriesNumber } = seriesOf(patientOf(given), 't2');
  const point = [
    ...lumbar.map(body => pointOf(t2, slice, body.centreMm, vertebraTag(body, discs))),
    ...discs.map(disc => pointOf(t2, slice, disc.centreMm, discTag(disc, spine))),
  ];
  return {
    studyUid: uidOf(patientId),
    version: 'v0.1',
    data: [
      {
        seriesUid: uidOf(patientId, seriesNumber),
        instanceUid: uidOf(patientId, seriesNumber, slice),
        annotation: [{ annotator: 1, data: { point } }],
      },
    ],
  };
}

function pointOf(grid: Grid, slice: number, at: Vector, tag: Record<string, string>) {
  const [x, y] = indexAtPoint(grid, at);
  return { coord: [Math.round(x), Math.round(y)], tag, zIndex: slice };
}

function vertebraTag({ level, osteophytes }: Vertebra, discs: readonly Disc[]) {
  const beside = discs.filter(({ levels }) => levels.includes(level));
  const isWorn =
    osteophytes.length > 0 ||
    beside.some(({ levels, modic, endplateChange }) => {
      const own = levels[0] === level ? endplateChange.upper : endplateChange.lower;
      return modic > 0 || own;
    });
  return { identification: level, vertebra: isWorn ? 'v2' : 'v1' };
}

function discTag({ levels, displacement, intravertebral }: Disc, spine: Spine) {
  const kinds: string[] = [];
  if (displacement)
    kinds.push({ bulge: 'v2', protrusion: 'v3', extrusion: 'v4' }[displacement.kind]);
  if (intravertebral) kinds.push('v5');
  const disc = kinds.length > 0 ? kinds.join(',') : 'v1';
  // Some annotators filled in both kinds of tag and left one empty.
  return { identification: levels.join('-'), disc, ...(spine.seed % 2 === 0 && { vertebra: '' }) };
}
