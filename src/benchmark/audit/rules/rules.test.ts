import { describe, expect, it } from 'vitest';
import { auditTables } from '../audit-tables.ts';

const verdictsOf = (tables: unknown, field: string) =>
  auditTables(tables)
    .findings.filter(finding => finding.field === field)
    .map(({ verdict }) => verdict);

describe('the benchmark of public pictures', () => {
  const dataset = (modality: string, dimension: string) => ({
    spinebench_mm: { datasets: [['A', modality, dimension, 'Scoliosis', 900]] },
  });

  it.each([
    ['XR', '2D', 'consistent'],
    ['XR', '3D', 'inconsistent'],
    ['X-rays', '3-D', 'inconsistent'],
    ['Radiographs', '3 D (sic)', 'inconsistent'],
    ['MRI', '3D', 'not recomputable'],
    ['MRI', '2D', 'not recomputable'],
    ['CT', '3D', 'not recomputable'],
    ['XR', 'flat', 'not recomputable'],
  ])('%s pictures that are %s: %s', (modality, dimension, verdict) => {
    expect(verdictsOf(dataset(modality, dimension), 'dimension')).toEqual([verdict]);
  });

  it.each([
    ['the true disease, three others, Healthy: five options, A to E', 3, 'consistent'],
    ['the true disease and three others: four options', 3, 'consistent'],
    ['5 options, one of them Healthy', 3, 'consistent'],
    ['five options, A to E, Healthy', 4, 'inconsistent'],
    ['five options, A to F, Healthy', 3, 'inconsistent'],
    ['several options', 3, 'not recomputable'],
    ['five options', null, 'not recomputable'],
  ])('"%s" with %s hard negatives: %s', (options, negatives, verdict) => {
    const tables = { spinebench_mm: { options, hard_negatives: negatives } };
    expect(verdictsOf(tables, 'options')).toEqual([verdict]);
  });

  it('the library cannot hold more pictures than the datasets', () => {
    const library = (each: number) => ({
      spinebench_mm: {
        datasets: [['A', 'XR', '2D', 'Scoliosis and others', 900]],
        diseases: { S: 'Scoliosis', K: 'Kyphosis' },
        library_images_per_disease: each,
      },
    });
    const field = 'library_images_per_disease';
    expect(verdictsOf(library(450), field)).toEqual(['consistent']);
    expect(verdictsOf(library(451), field)).toEqual(['inconsistent']);
  });
});

describe('the size of a model', () => {
  it.each([
    ['Qwen2.5-VL-72B', '72B', 'consistent'],
    ['Qwen2.5-VL-72B', '7B', 'inconsistent'],
    ['MoE-30B-A3B', '3B', 'consistent'],
    ['MoE-30B-A3B', '30B', 'consistent'],
    ['Tiny 500M', '0.5B', 'consistent'],
    ['GLM-4.5V', '21B', 'not recomputable'],
    ['Model-7B', 'unknown', 'not recomputable'],
  ])('%s of %s: %s', (model, size, verdict) => {
    expect(verdictsOf({ table6_results: [{ model, size }] }, 'size')).toEqual([verdict]);
  });
});

describe('claimed scales', () => {
  const claimed = (scale: string, name = 'Ours') => ({
    table1_datasets: [{ name, scale }],
    table2_sources: { columns: ['a', 'b', 'total'], train: [400_000, 56_748, 456_748] },
  });

  it.each([
    ['450k+ instructions', 'consistent'],
    ['500k+ instructions', 'inconsistent'],
    ['2.6k patients', 'not recomputable'],
    ['many instructions', 'not recomputable'],
  ])('%s: %s', (scale, verdict) => {
    expect(verdictsOf(claimed(scale), 'scale')).toEqual([verdict]);
  });

  it('a number in the name is a claim as well', () => {
    expect(verdictsOf(claimed('450k+ items', 'Spine-450k'), 'name')).toEqual(['rounding']);
    expect(verdictsOf(claimed('450k+ items', 'Spine-900k'), 'name')).toEqual(['inconsistent']);
  });
});

describe('limits', () => {
  it.each([
    ['an accuracy above 100', { table6_results: [{ model: 'A', text: 187 }] }, 'text'],
    ['a negative accuracy', { table6_results: [{ model: 'A', image: -1 }] }, 'image'],
    [
      'a score above 5',
      { table9_dimensions: { columns: ['d'], rows: [{ model: 'A', scores: [5.1] }] } },
      'd',
    ],
    ['half an item', { table3_tasks: { columns: ['a'], train: [1.5] } }, 'a'],
    ['a negative count', { table8_compliance: [{ category: 'a', scale: -1 }] }, 'scale'],
  ])('%s is found', (_, tables, field) => {
    expect(verdictsOf(tables, field)).toContain('inconsistent');
  });
});

describe('overall averages', () => {
  const scores = [
    [80, 60],
    [90, 50],
    [70, 40],
    [66, 88],
  ] as const;
  const tables = (share: number, reports: number) => ({
    table3_tasks: { columns: ['multiple_choice', 'report'], test: [300, reports] },
    table6_results: scores.map(([qa, report], at) => ({
      model: `M${at}`,
      text: qa,
      image: qa,
      qa_average: qa.toFixed(2),
      report_sum: report.toFixed(2),
      average: (share * qa + (1 - share) * report).toFixed(2),
    })),
  });
  const field = 'reports in the overall average';
  const wrong = (file: unknown) =>
    auditTables(file)
      .findings.filter(({ verdict }) => verdict === 'inconsistent')
      .map(finding => finding.field);

  it('weigh as many reports as are printed', () => {
    expect(verdictsOf(tables(0.75, 100), field)).toEqual(['consistent']);
    expect(wrong(tables(0.75, 100))).toEqual([]);
    expect(wrong(tables(0.75, 60))).toEqual([field]);
  });

  it('that are plain means weigh no number of reports', () => {
    expect(wrong(tables(0.5, 100))).toEqual([]);
    expect(verdictsOf(tables(0.5, 100), field)).toEqual([]);
  });
});

describe('the smaller tables', () => {
  it('stages are numbered one after the other', () => {
    const stages = (...numbers: number[]) => ({
      table5_curriculum: numbers.map(stage => ({ stage, datasets: [] })),
    });
    expect(verdictsOf(stages(1, 2, 3), 'stage')).toEqual(Array(3).fill('consistent'));
    expect(verdictsOf(stages(1, 2, 4), 'stage')).toContain('inconsistent');
  });

  it('correlations are possible, in order and of a scored dimension', () => {
    const agreement = (min: number, max: number, lowest: string) => ({
      human_agreement: { pearson_min: min, pearson_max: max, lowest_dimension: lowest },
      table9_dimensions: { columns: ['coverage'], rows: [] },
    });
    expect(verdictsOf(agreement(0.4, 0.9, 'Coverage'), 'pearson_min')).toEqual([
      'not recomputable',
    ]);
    expect(verdictsOf(agreement(0.4, 1.2, 'coverage'), 'pearson_max')).toEqual(['inconsistent']);
    expect(verdictsOf(agreement(0.9, 0.4, 'coverage'), 'pearson_min')).toEqual(['inconsistent']);
    expect(verdictsOf(agreement(0.4, 0.9, 'coverage'), 'lowest_dimension')).toEqual(['consistent']);
    expect(verdictsOf(agreement(0.4, 0.9, 'beauty'), 'lowest_dimension')).toEqual(['inconsistent']);
  });

  it('every scored dimension belongs to one section', () => {
    const tables = (sections: Record<string, string[]>) => ({
      table4_report_sections: sections,
      table9_dimensions: { columns: ['a', 'b'], rows: [] },
    });
    expect(verdictsOf(tables({ one: ['a'], two: ['b'] }), 'dimensions')).toEqual(['consistent']);
    for (const wrong of [
      { one: ['a'] },
      { one: ['a', 'b'], two: ['b'] },
      { one: ['a', 'b', 'c'] },
    ]) {
      expect(verdictsOf(tables(wrong as Record<string, string[]>), 'dimensions')).toEqual([
        'inconsistent',
      ]);
    }
  });

  it('questions of a source are not more than its test items, and the rest are the reports', () => {
    const tables = (wards: number, reports: number) => ({
      table2_sources: { columns: ['textbook', 'hospital'], test: [20, 50] },
      table3_tasks: { columns: ['multiple_choice', 'report'], test: [70 - reports, reports] },
      table11_test_sources: [
        ['Textbooks', 20, null],
        ['Hospital data', wards, null],
      ],
    });
    const rest = 'test items that are no questions';
    expect(verdictsOf(tables(40, 10), rest)).toEqual(['consistent']);
    expect(verdictsOf(tables(40, 12), rest)).toEqual(['inconsistent']);
    const sources = auditTables(tables(60, 10)).findings.filter(
      ({ rule, row }) => rule === 'questions by source' && row === 'Hospital data',
    );
    expect(sources.map(({ verdict }) => verdict)).toEqual(['inconsistent']);
  });

  it('what no rule reads is said', () => {
    const { findings } = auditTables({ table6_results: [], table12_costs: [1] });
    expect(findings).toMatchObject([{ table: 'table12_costs', verdict: 'not recomputable' }]);
  });

  it('a single row whose formula cannot be known is not judged, unless it is no mean at all', () => {
    const average = (value: number) => ({
      table6_results: [{ model: 'A', text: 80, image: 70, qa_average: value }],
    });
    expect(verdictsOf(average(73.21), 'qa_average')[0]).toBe('not recomputable');
    expect(verdictsOf(average(88.21), 'qa_average')[0]).toBe('inconsistent');
  });
});
