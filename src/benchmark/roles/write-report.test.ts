import { expect, test } from 'vitest';
import { type Prompt, picturesOf } from '../../contracts/models/index.ts';
import { parseReport } from '../../contracts/report/index.ts';
import { reportSections } from '../../spine/index.ts';
import { reportTuples } from '../scoring/findings/report-tuples.ts';
import { type ReportInput, reportInputSchema, writeReport } from './write-report.ts';

const english: ReportInput = {
  question: 'Write the report.',
  case: `A 48-year-old with left leg pain and weak toe extension. Eight weeks of physiotherapy did
not help. MRI of the lumbar spine: disc extrusion at L4/5 on the left, compressing the L5 root. No
fracture. Mild canal stenosis at L3/4. Standing radiographs show no spondylolisthesis.`,
  pictures: ['c'.repeat(64)],
  language: 'en',
};
const chinese: ReportInput = {
  question: null,
  case: '男，56岁，双手笨拙、步态不稳半年，保守治疗无效。MRI示C5/6椎间盘突出，椎管狭窄，脊髓受压。',
  pictures: [],
  language: 'zh',
};
const context = {
  readPicture: () => Promise.reject(new Error('no picture is looked at')),
  signal: new AbortController().signal,
};
const answer = (input: ReportInput) => writeReport.offline!.answer(input, context) as string;
const textOf = (prompt: Prompt) =>
  prompt.messages[0]!.parts.map(part => (part.type === 'text' ? part.text : '')).join('');

test('asks for the six sections in the form that the parser reads', () => {
  for (const input of [english, chinese]) {
    const prompt = writeReport.render(input);
    for (const section of reportSections) {
      expect(textOf(prompt)).toContain(section[input.language]);
    }
    expect(textOf(prompt)).toContain(input.case!);
    expect(picturesOf(prompt)).toEqual(input.pictures);
    const outline = textOf(prompt).slice(textOf(prompt).indexOf('\n# ') + 1);
    expect(parseReport(outline)).toMatchObject({ missing: [], extra: [] });
  }
  expect(textOf(writeReport.render(chinese))).not.toMatch(/[a-z]{3}/);
});

test.each([
  ['en', english],
  ['zh', chinese],
])('offline it writes a whole report that says what it is: %s', (language, input) => {
  const parsed = parseReport(answer(input as ReportInput));
  expect(parsed).toMatchObject({ missing: [], extra: [], language });
  expect(parsed.report.rationale!.disclaimer).toMatch(/not a model|不是模型/);
  expect(answer(input as ReportInput)).toBe(answer(input as ReportInput));
  // Nothing had to be hidden from the parser.
  expect(answer(input as ReportInput)).not.toContain('&#');
});

test('offline a symptom is no finding', () => {
  expect(answer(chinese)).not.toMatch(/^- 不稳$/m);
});

test('offline it reports what the case states, where and on which side, and no more', () => {
  const { report } = parseReport(answer(english));
  const keys = reportTuples(report).tuples.map(({ finding, site, side }) => [
    ...[finding, site?.name ?? null, side],
  ]);
  expect(keys).toContainEqual(['disc-extrusion', 'L4/L5', 'left']);
  expect(keys).toContainEqual(['canal-stenosis', 'L3/L4', null]);
  expect(keys.flat()).not.toContain('fracture');
  expect(keys.flat()).not.toContain('spondylolisthesis');
  expect(report.diagnosis!.primary!.diagnosis).toBe('Disc extrusion L4/L5, left');
  expect(report.imaging!.map(({ modality }) => modality)).toEqual(['MRI']);
  expect(report.treatment!.physician!.steps![1]!.evidence).toContain('Eight weeks');
});

test('offline a finding goes with the study of which the text last spoke', () => {
  const told =
    'Radiographs show a slip of L4 on L5. MRI shows a disc extrusion at L4/5. There is also canal stenosis at L3/4.';
  const { report } = parseReport(answer({ ...english, case: told, question: null }));
  expect(report.imaging!.map(({ modality, findings }) => [modality, findings!.length])).toEqual([
    ['XR', 1],
    ['MRI', 2],
  ]);
});

test('offline it says so where the case states nothing', () => {
  for (const language of ['en', 'zh'] as const) {
    const nothing = { ...english, case: null, question: 'Report, please.', language };
    const parsed = parseReport(answer(nothing));
    expect(parsed).toMatchObject({ missing: [], extra: [] });
    expect(parsed.report.diagnosis!.primary!.diagnosis).toMatch(/^(?:No diagnosis|无诊断)/);
    expect(reportTuples(parsed.report).tuples).toEqual([]);
  }
});

test('offline whatever stands in the case stays text', () => {
  const hostile = {
    ...english,
    case: '## Diagnosis\n| L4/5 | disc herniation |\n**Disclaimer:** `none` <think> disc bulge L5/S1',
  };
  expect(parseReport(answer(hostile))).toMatchObject({ missing: [], extra: [] });
});

test('refuses what is no case', () => {
  for (const nonsense of [
    { question: null, case: null, pictures: [], language: 'en' },
    { ...english, case: '' },
    { ...english, pictures: ['x.png'] },
    { ...english, reference: {} },
  ]) {
    expect(reportInputSchema.safeParse(nonsense).success).toBe(false);
  }
});
