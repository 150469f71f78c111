import { describe, expect, it } from 'vitest';
import { readPublished } from './fixtures/published.ts';
import { auditTables, type Finding, type Verdict } from './index.ts';

const { findings } = auditTables(readPublished());
const at = (table: string, row: string, field: string, rule?: string) =>
  findings.filter(
    finding =>
      finding.table === table &&
      finding.row === row &&
      finding.field === field &&
      (rule === undefined || finding.rule === rule),
  );
const one = (table: string, row: string, field: string, rule?: string): Finding => {
  const found = at(table, row, field, rule);
  expect(found).toHaveLength(1);
  return found[0]!;
};
const cells = (verdict: Verdict) =>
  findings
    .filter(finding => finding.verdict === verdict)
    .map(({ table, row, field }) => `${table} | ${row} | ${field}`);

describe('what does not follow in the published tables', () => {
  it('are these cells and no others', () => {
    expect(cells('inconsistent').sort()).toEqual(
      [
        'table3_tasks | train | sum of all tasks',
        'table3_tasks | total | sum of all tasks',
        'table6_results | GPT5 | image',
        'table6_results | GPT-4o | image',
        'table6_results | SpineGPT | qa_average',
        'table6_results | SpineGPT | sections.RD',
        'table6_results | Medgemma-27B | sections.TR',
        'table6_results | Medgemma-27B | sections.RPM',
        'table6_results | Medgemma-27B | average',
        'table6_results | HuatuoGPT-7B | sections.TR',
        'table6_results | Qwen2.5VL-7B | average',
        'table7_ablation | SpineGPT (general) | text',
        'table7_ablation | SpineGPT (general) | average',
        'table7_ablation | SpineGPT (general + non_spine + spine) | average',
        'table10_subspecialties | total | percent',
        'table10_subspecialties | all rows | base of the percentages',
        'spinebench_mm | VinDr-SpineXR | dimension',
      ].sort(),
    );
  });

  it('Table 3 lacks 8,100 items that Table 2 counts, in train and in total, not in test', () => {
    for (const [row, recomputed] of [
      ['train', 448_074],
      ['total', 448_648],
    ] as const) {
      const finding = one('table3_tasks', row, 'sum of all tasks');
      expect(finding.recomputed).toBe(recomputed);
      expect(finding.explanation).toContain('8,100');
    }
    expect(one('table3_tasks', 'test', 'sum of all tasks').verdict).toBe('consistent');
  });

  it('GPT5 cannot have 79.97 % and GPT-4o not 81.70 % of 193 image items right', () => {
    expect(one('table6_results', 'GPT5', 'image').explanation).toMatch(
      /154 .*79\.79.*155 .*80\.31/,
    );
    expect(one('table6_results', 'GPT-4o', 'image').explanation).toMatch(
      /157 .*81\.35.*158 .*81\.87/,
    );
  });

  it('the general-data ablation prints an impossible accuracy and a mean above both its parts', () => {
    const row = 'SpineGPT (general)';
    expect(one('table7_ablation', row, 'text').explanation).toContain('189 give 64.29');
    expect(one('table7_ablation', row, 'average').explanation).toContain('above all its parts');
  });

  it("SpineGPT's average over questions is 87.47, in both tables that print 87.89", () => {
    const finding = one('table6_results', 'SpineGPT', 'qa_average', 'average over questions');
    expect(finding.recomputed).toBeCloseTo((100 * (263 + 163)) / 487, 3);
    expect(finding.explanation).toContain('overall average of the row follows from text and image');
    const full = 'SpineGPT (general + non_spine + spine)';
    const ablation = one('table7_ablation', full, 'average', 'average over questions');
    expect(ablation.recomputed).toBe(finding.recomputed);
  });

  it("SpineGPT's RD is 4.61, which its report score bears out", () => {
    const finding = one('table6_results', 'SpineGPT', 'sections.RD');
    expect(finding.recomputed).toBe(4.6075);
    expect(finding.explanation).toContain('follows from 4.61 and not from 4.62');
  });

  it('Medgemma has two dimension scores exchanged', () => {
    for (const section of ['TR', 'RPM']) {
      expect(one('table6_results', 'Medgemma-27B', `sections.${section}`).explanation).toContain(
        'if patient_guidance and risk_prognosis were exchanged',
      );
    }
  });

  it("HuatuoGPT's TR repeats the figure of the sections before it", () => {
    const finding = one('table6_results', 'HuatuoGPT-7B', 'sections.TR');
    expect(finding.recomputed).toBeCloseTo((2.91 + 2.76 + 2.77) / 3, 3);
    expect(finding.explanation).toContain('under SIP and AAD');
  });

  it('two overall averages do not weigh by items: one is a plain mean, one is no formula', () => {
    const plain = one('table6_results', 'Qwen2.5VL-7B', 'average');
    expect(plain.recomputed).toBeCloseTo(71.85, 2);
    expect(plain.explanation).toContain('plain mean of the average over questions and the report');
    const neither = one('table6_results', 'Medgemma-27B', 'average');
    expect(neither.recomputed).toBeCloseTo(80.49, 2);
    expect(neither.explanation).toContain('No other formula');
  });

  it("Table 10's percentages are of 574 and add up to 84.85, not to 100 of 487", () => {
    const base = one('table10_subspecialties', 'all rows', 'base of the percentages');
    expect([base.printed, base.recomputed]).toEqual([487, 574]);
    const total = one('table10_subspecialties', 'total', 'percent');
    expect([total.printed, total.recomputed]).toEqual([100, 84.85]);
  });

  it('a radiograph is called three-dimensional', () => {
    expect(one('spinebench_mm', 'VinDr-SpineXR', 'dimension').recomputed).toBe('2D');
  });
});

describe('what the published tables were computed from', () => {
  it('294 text and 193 image items and 87 reports', () => {
    const items = one('table6_results', 'all rows', 'text and image items');
    expect([items.printed, items.recomputed, items.verdict]).toEqual([
      487,
      '294 + 193',
      'consistent',
    ]);
    const reports = one('table6_results', 'all rows', 'reports in the overall average');
    expect([reports.printed, reports.recomputed]).toEqual([87, 87]);
  });

  it('the report score is 20 × the mean, not the sum, of the sections in all rows', () => {
    const formula = one('table6_results', 'all rows', 'report_sum');
    expect(formula.explanation).toBe('14 of 14 rows follow 20 × the mean of the section scores.');
  });

  it("Table 11's percentages are of its own 487", () => {
    const base = one('table11_test_sources', 'all rows', 'base of the percentages');
    expect([base.recomputed, base.verdict]).toEqual([487, 'consistent']);
  });
});

describe('what is sound in the published tables', () => {
  it.each([
    ['O3', [255, 159]],
    ['Gemini-2.5-Pro', [260, 171]],
    ['Claude4', [234, 154]],
    ['GPT5-mini', [262, 156]],
    ['Gemini-2.5-Flash', [246, 156]],
    ['GLM-4.5V', [252, 157]],
    ['Qwen2.5-VL-72B', [249, 154]],
    ['Linshu-32B', [239, 148]],
  ] as const)('%s: accuracies are whole counts and everything follows', (row, [text, image]) => {
    expect(one('table6_results', row, 'text').explanation).toContain(`${text} of 294 items`);
    expect(one('table6_results', row, 'image').explanation).toContain(`${image} of 193 items`);
    const ofRow = findings.filter(f => f.table === 'table6_results' && f.row === row);
    expect(ofRow.length).toBeGreaterThan(10);
    expect(ofRow.filter(finding => finding.verdict === 'inconsistent')).toEqual([]);
    expect(one('table6_results', row, 'qa_average', 'average over questions').verdict).toBe(
      'consistent',
    );
  });

  it('all sums of Tables 2 and 3, all scales of Table 8, all shares', () => {
    const sound = (table: string, rule: string) =>
      findings.filter(f => f.table === table && f.rule === rule).map(f => f.verdict);
    expect(sound('table2_sources', 'sum')).toEqual(Array(10).fill('consistent'));
    expect(sound('table3_tasks', 'sum')).toEqual(Array(4).fill('consistent'));
    expect(sound('table8_compliance', 'scale of a source')).toEqual(Array(6).fill('consistent'));
    expect(sound('table10_subspecialties', 'share')).toEqual(Array(14).fill('consistent'));
    expect(sound('table11_test_sources', 'share')).toEqual(Array(5).fill('consistent'));
    expect(sound('table11_test_sources', 'questions by source')).toEqual(
      Array(6).fill('consistent'),
    );
  });

  it('only rounding stands behind these', () => {
    expect([...new Set(cells('rounding'))].sort()).toEqual(
      [
        'table1_datasets | SpineMed-450k | name',
        'table6_results | GPT5 | report_sum',
        'table6_results | GPT5-mini | average',
        'table6_results | Gemini-2.5-Pro | sections.RD',
        'table6_results | Qwen2.5-VL-72B | report_sum',
        'table6_results | Qwen2.5VL-7B | report_sum',
        'table6_results | SpineGPT | report_sum',
        'table7_ablation | SpineGPT (spine) | average',
      ].sort(),
    );
  });

  it('the averages over impossible accuracies are not blamed for them', () => {
    for (const row of ['GPT5', 'GPT-4o']) {
      const verdicts = at('table6_results', row, 'qa_average').map(({ verdict }) => verdict);
      expect(verdicts.sort()).toEqual(['consistent', 'not recomputable']);
    }
  });
});
