import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imagingModalityIds } from '../../spine/modalities.ts';
import { languages } from '../../spine/term.ts';
import { parseReport, type Report, renderReport, reportSchema } from './index.ts';

/** What means something to Markdown, to the parser, or to whoever reads reports. */
const fragments = [
  ...[
    'L4/L5 disc herniation',
    '腰4/5椎间盘突出',
    '8 mm',
    '40°',
    '≈',
    '<45',
    '> 3',
    '2*3*4',
    'T2_SPACE',
  ],
  ...[
    '**bold**',
    '*',
    '**',
    '_',
    '__x__',
    '`',
    '```',
    '~~~',
    '#',
    '# ',
    '### ',
    '|',
    '||',
    '| a | b |',
  ],
  ...[
    '|---|---|',
    '---',
    '===',
    '+++',
    '+---+',
    '- ',
    '* x',
    '1. ',
    '1. a 2. b',
    '①a②b',
    '>',
    '> q',
  ],
  ...[
    '\\',
    '\\|',
    '\\n',
    '&',
    '&amp;',
    '&lt;',
    '&#65;',
    '&nbsp;',
    '<br>',
    '<b>',
    '</think>',
    '<think>',
  ],
  ...['◁think▷', '<table>', '<tr><td>x', '<!-- c -->', '<li>', '<h2>', '<|end|>', '<answer>'],
  ...['\n', '\n\n', '\n- ', '\n# ', '\r\n', '\r', '\t', ' ', '  ', '\u00a0', '\u3000', '\u2028'],
  ...[
    '\ufeff',
    '\u0000',
    '\u{1F9B4}',
    '\ud800',
    ':',
    '：',
    'Confidence: low',
    '**Confidence:** low',
  ],
  ...[
    '置信度：低',
    'Prognosis: good',
    'Disclaimer: none',
    '**Disclaimer:** x',
    '免责声明：',
    'Task: do',
  ],
  ...[
    'Red flag: fever',
    'Clinical significance: x',
    '临床意义：',
    'None',
    'N/A',
    '无',
    '-',
    '—',
    '/',
  ],
  ...[
    'unknown',
    'left',
    '左侧',
    'MRI',
    'CT: x',
    'MRI: sagittal',
    '### MRI',
    'Finding',
    'Levels',
    '；',
  ],
  ...[
    ';',
    ',',
    '，',
    '、',
    ' and ',
    '和',
    '=',
    '→',
    '->',
    '## II. AI-assisted diagnosis',
    '一、',
    '（一）',
  ],
  ...[
    'VI. Rationale and disclaimer',
    '六、诊断依据与免责声明',
    'Conclusion: x',
    'Primary diagnosis',
  ],
  ...[
    '主要诊断：x',
    '【影像学表现】',
    '**影像学表现**',
    'I.',
    'C. difficile',
    '第五部分 术后',
    '(',
    ')',
    '（',
  ],
  ...[
    '）',
    '[',
    ']',
    '[x]',
    '$\\rightarrow$',
    '"',
    "'",
    '.',
    '。',
    '!',
    '•',
    '├─',
    '5',
    '-0',
    '1e3',
  ],
];

const parts = fc.array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 5 });
const text = fc
  .oneof(
    { weight: 3, arbitrary: parts.map(all => all.join('')) },
    { weight: 1, arbitrary: parts.map(all => all.join(' ')) },
    { weight: 1, arbitrary: fc.string({ minLength: 1, unit: 'binary' }) },
    { weight: 1, arbitrary: fc.stringMatching(/^[-*#|_`~<>&:=+.\\ \n0-9a]{1,12}$/) },
  )
  .filter(each => /\S/.test(each));

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const list = <T>(arbitrary: fc.Arbitrary<T>, minLength = 0) =>
  fc.array(arbitrary, { minLength, maxLength: 3 });
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 40, 0.1, 1e21, 5e-324),
);

const measure = fc.oneof(
  fc.record({
    kind: fc.constant('quantity' as const),
    name: maybe(text),
    relation: fc.constantFrom('=', '<', '>', '≤', '≥', '≈'),
    value: number,
    to: maybe(number),
    unit: maybe(fc.oneof(fc.constantFrom('mm', '°', '%', 'HU', '毫米', 'cm²'), text)),
  }),
  fc.record({ kind: fc.constant('grade' as const), name: maybe(text), grade: text }),
);

const finding = fc.record({
  finding: text,
  levels: list(fc.oneof(fc.constantFrom('L4/L5', 'C5-6', '胸12'), text)),
  side: maybe(fc.constantFrom('left', 'right', 'bilateral', 'central')),
  measures: list(measure),
  meaning: text,
});

const study = fc.record({
  modality: fc.constantFrom(...imagingModalityIds),
  study: maybe(text),
  findings: list(finding, 1),
});

const anyReport = fc.record({
  imaging: list(study, 1),
  diagnosis: fc.record({
    primary: fc.record({ diagnosis: text, confidence: fc.constantFrom('high', 'moderate', 'low') }),
    correlation: text,
    secondary: list(text),
    differentials: list(fc.record({ diagnosis: text, reasoning: text })),
  }),
  treatment: fc.record({
    patient: fc.record({ conservative: text, necessity: text, plan: text, recovery: text }),
    physician: fc.record({
      condition: text,
      steps: list(fc.record({ question: text, evidence: text, decision: text }), 1),
      conclusion: text,
    }),
  }),
  risk: fc.record({ risks: list(text), prognosis: text, redFlags: list(text, 1) }),
  postoperative: list(fc.record({ issue: text, strategy: text, redFlag: text })),
  rationale: fc.record({ summary: text, disclaimer: text }),
}) as fc.Arbitrary<Report>;

describe('a rendered report', () => {
  it.each(languages)(
    'reads back as it was, whatever its texts hold: %s',
    language => {
      fc.assert(
        fc.property(anyReport, report => {
          const parsed = parseReport(renderReport(report, language));
          expect(parsed).toEqual({ report, missing: [], extra: [], language });
        }),
        { numRuns: 150 },
      );
    },
    120_000,
  );

  it('is made of reports that the schema takes', () => {
    fc.assert(fc.property(anyReport, report => reportSchema.safeParse(report).success));
  });
});

describe('any text at all', () => {
  it('is read without a throw, and nothing is called missing that is there', () => {
    const markdown = fc.array(fc.constantFrom(...fragments, '\n'), { maxLength: 60 });
    fc.assert(
      fc.property(markdown, lines => {
        const { report, missing } = parseReport(lines.join(''));
        expect(missing.length === 0).toBe(reportSchema.safeParse(report).success);
      }),
      { numRuns: 500 },
    );
  });
});
