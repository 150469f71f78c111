import { expect, test } from 'vitest';
import type { DatasetRecord, RecordedFinding } from '../../../contracts/imaging/index.ts';
import type { DatasetId } from '../../../spine/index.ts';
import { labelCase } from './label-case.ts';
import { lumbarDiscs } from './lumbar-discs.ts';

const picture = (view: string | null): DatasetRecord['pictures'][number] => ({
  path: `${view}`,
  ...{ files: null, sha256: null, kind: 'picture', modality: 'XR', view },
  ...{ grid: null, sizePixels: null, mask: null },
});

const record = (
  dataset: DatasetId,
  views: string[],
  findings: RecordedFinding[],
): DatasetRecord => ({
  ...{ dataset, version: '1', case: 'one', patient: 'one', sex: null, ageYears: null, split: null },
  pictures: views.map(picture),
  ...{ levels: [], landmarks: [], findings, problems: [] },
});

const finding = (
  name: RecordedFinding['finding'],
  state: RecordedFinding['state'],
  at: number,
  more: Partial<RecordedFinding> = {},
): RecordedFinding => ({
  ...{ finding: name, state, picture: at, levels: [], side: null, grade: null },
  ...{ place: null, rater: null, source: { column: 'label', value: '?' } },
  ...more,
});

const label = (of: DatasetRecord) => labelCase(of, 'moderate-and-severe');

test('BUU: a slip is one; none at all is healthy; where the other view has one nobody knows', () => {
  const none = [
    finding('spondylolisthesis', 'absent', 0),
    finding('spondylolisthesis', 'absent', 1),
  ];
  const views = ['AP', 'lateral'];
  const healthy = { disease: 'healthy', levels: [] };
  expect(label(record('buu', views, none)).pictures.map(({ truths }) => truths)).toEqual([
    [healthy],
    [healthy],
  ]);
  const slip = finding('spondylolisthesis', 'present', 1, { levels: ['L4'] });
  const { pictures, leftOut, has } = label(record('buu', views, [...none, slip, slip]));
  expect(pictures).toEqual([
    { picture: 1, slice: null, truths: [{ disease: 'spondylolisthesis', levels: ['L4'] }] },
  ]);
  expect(leftOut).toEqual([{ shown: { picture: 0, slice: null }, reason: 'healthy-in-doubt' }]);
  expect(has).toEqual(['spondylolisthesis']);
});

test('a picture that nobody says anything of, or whose label nobody explains, is not healthy', () => {
  const unstated = finding('spondylolisthesis', 'unstated', 0);
  const { pictures, leftOut } = label(record('buu', ['AP', 'lateral'], [unstated]));
  expect(pictures).toEqual([]);
  expect(leftOut.map(({ reason }) => reason)).toEqual(['healthy-in-doubt', 'no-label']);
});

test('VinDr: every reader counts; no finding is healthy only where no one sees anything', () => {
  const of = (...findings: RecordedFinding[]) => label(record('vindr', ['a', 'b'], findings));
  const none = finding('healthy', 'present', 0);
  const { pictures, has } = of(
    none,
    finding('osteophytes', 'present', 1),
    finding('vertebral-collapse', 'present', 1, { rater: 'R2' }),
  );
  expect(pictures.map(({ truths }) => truths.map(({ disease }) => disease))).toEqual([
    ['healthy'],
    ['osteophytes', 'vertebral-collapse'],
  ]);
  // The first picture is of the same patient.
  expect(has).toEqual(['osteophytes', 'vertebral-collapse']);
  const contradicted = of(none, finding('osteophytes', 'present', 0));
  expect(contradicted.pictures.map(({ truths }) => truths)).toEqual([
    [{ disease: 'osteophytes', levels: [] }],
  ]);
  const implant = of(none, finding('surgical-implant', 'present', 0));
  expect(implant.pictures).toEqual([]);
  expect(implant.leftOut[0]!.reason).toBe('no-disease-of-ours');
});

test('CSXA: the normal curve is a disease there, and nobody is healthy', () => {
  const { pictures } = label(
    record('csxa', ['lateral'], [finding('cervical-lordosis', 'present', 0)]),
  );
  expect(pictures[0]!.truths).toEqual([{ disease: 'cervical-lordosis', levels: [] }]);
});

const conditions = [
  ['canal-stenosis', null],
  ['foraminal-stenosis', 'left'],
  ['foraminal-stenosis', 'right'],
  ['subarticular-stenosis', 'left'],
  ['subarticular-stenosis', 'right'],
] as const;

/** All 25 normal or mild, each on the slice of its disc, but for what is said otherwise. */
function study(otherwise: Record<string, 'moderate' | 'severe' | 'blank'>): DatasetRecord {
  const findings = lumbarDiscs.flatMap((disc, slice) =>
    conditions.flatMap(([name, side], at) => {
      const said = otherwise[`${disc} ${name} ${side}`];
      if (said === 'blank') return [];
      return finding(name, said ? 'present' : 'unstated', Math.min(at, 2), {
        levels: disc.split('/') as RecordedFinding['levels'],
        ...{ side, grade: said ?? 'normal or mild' },
        place: { pixel: [0, 0], box: null, slice, pointMm: null },
      });
    }),
  );
  return record('rsna', ['sagittal T2', 'sagittal T1', 'axial T2'], findings);
}

test('RSNA: healthy is who has all 25 normal or mild, on every slice that was graded', () => {
  const { pictures, has, lesions } = label(study({}));
  expect(pictures).toHaveLength(15);
  expect(pictures.every(({ truths }) => truths[0]!.disease === 'healthy')).toBe(true);
  expect([has, lesions]).toEqual([[], []]);
  const blank = label(study({ 'L1/L2 canal-stenosis null': 'blank' }));
  expect(blank.pictures).toEqual([]);
  // It may be there, and so is no wrong option.
  expect(blank.has).toEqual(['spinal-canal-stenosis']);
});

test('RSNA: a slice shows what was graded on it; levels are those of the whole study', () => {
  const { pictures, has, lesions, leftOut } = label(
    study({
      'L4/L5 canal-stenosis null': 'severe',
      'L2/L3 canal-stenosis null': 'moderate',
      'L5/S1 foraminal-stenosis right': 'moderate',
    }),
  );
  const truths = pictures.map(({ picture, slice, truths }) => [picture, slice, truths[0]!.disease]);
  expect(truths).toEqual([
    [0, 1, 'spinal-canal-stenosis'],
    [0, 3, 'spinal-canal-stenosis'],
    [2, 4, 'foraminal-stenosis'],
  ]);
  expect(has).toEqual(['spinal-canal-stenosis', 'foraminal-stenosis']);
  expect(lesions.map(({ disease, levels }) => [disease, levels])).toEqual([
    ['spinal-canal-stenosis', ['L2/L3', 'L4/L5']],
    ['foraminal-stenosis', ['L5/S1']],
  ]);
  expect(lesions[0]!.shown.map(({ slice }) => slice)).toEqual([0, 1, 2, 3, 4]);
  expect(leftOut).toHaveLength(15 - 3);
});

test('RSNA: with severe alone, moderate is neither a truth, nor a wrong option, nor healthy', () => {
  const moderate = study({
    'L4/L5 canal-stenosis null': 'moderate',
    'L3/L4 foraminal-stenosis left': 'severe',
  });
  const { pictures, has, leftOut, lesions } = labelCase(moderate, 'severe');
  expect(pictures.map(({ truths }) => truths[0]!.disease)).toEqual(['foraminal-stenosis']);
  expect(has).toEqual(['spinal-canal-stenosis', 'foraminal-stenosis']);
  expect(leftOut.filter(({ reason }) => reason === 'milder-than-asked')).toHaveLength(1);
  expect(lesions.map(({ disease }) => disease)).toEqual(['foraminal-stenosis']);
});

test('RSNA: levels are not asked for where one is not graded, or milder than asked for', () => {
  const blank = {
    'L4/L5 subarticular-stenosis left': 'severe',
    'L1/L2 subarticular-stenosis right': 'blank',
  } as const;
  expect(label(study(blank))).toMatchObject({ lesions: [], lesionsLeftOut: ['level-not-graded'] });
  const milder = {
    'L4/L5 canal-stenosis null': 'severe',
    'L3/L4 canal-stenosis null': 'moderate',
  } as const;
  expect(labelCase(study(milder), 'severe').lesionsLeftOut).toEqual(['milder-than-asked']);
});
