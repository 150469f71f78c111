import { describe, expect, it } from 'vitest';
import { modelOf, type Published, readPublished } from './fixtures/published.ts';
import { auditTables } from './index.ts';

function wrongCells(change: (tables: Published) => void): Set<string> {
  const tables = readPublished();
  change(tables);
  const wrong = auditTables(tables).findings.filter(({ verdict }) => verdict === 'inconsistent');
  return new Set(wrong.map(({ table, row, field }) => `${table} | ${row} | ${field}`));
}

const before = wrongCells(() => {});
const appeared = (change: (tables: Published) => void) =>
  [...wrongCells(change)].filter(cell => !before.has(cell)).sort();
const gone = (change: (tables: Published) => void) => {
  const after = wrongCells(change);
  expect([...after].filter(cell => !before.has(cell))).toEqual([]);
  return [...before].filter(cell => !after.has(cell)).sort();
};
const shareRow = (rows: Published['table10_subspecialties'], name: string) =>
  rows.find(row => row[0] === name)!;
const set = (cells: (string | number)[] | undefined, at: number, change: number) => {
  cells![at] = Number(cells![at]) + change;
};

describe('a sound cell made wrong is found, and only it', () => {
  it.each<[string, (tables: Published) => void, string]>([
    [
      'an accuracy by one last digit',
      t => (modelOf(t, 'O3').text = 86.74),
      'table6_results | O3 | text',
    ],
    [
      'an accuracy by half a point',
      t => (modelOf(t, 'O3').image += 0.5),
      'table6_results | O3 | image',
    ],
    [
      'an average over questions',
      t => (modelOf(t, 'O3').qa_average += 0.03),
      'table6_results | O3 | qa_average',
    ],
    [
      'an overall average',
      t => (modelOf(t, 'Claude4').average -= 0.03),
      'table6_results | Claude4 | average',
    ],
    [
      'a report score',
      t => (modelOf(t, 'GLM-4.5V').report_sum += 0.3),
      'table6_results | GLM-4.5V | report_sum',
    ],
    [
      'a section score',
      t => (modelOf(t, 'O3').sections.TR! += 0.02),
      'table6_results | O3 | sections.TR',
    ],
    [
      'a dimension score',
      t => (t.table9_dimensions.rows[1]!.scores[0]! += 0.02),
      'table6_results | O3 | sections.SIP',
    ],
    [
      'a count by source',
      t => set(t.table2_sources.train, 1, 1),
      'table2_sources | train | textbook',
    ],
    ['a total by source', t => set(t.table2_sources.test, 6, -1), 'table2_sources | test | total'],
    ['a grand total', t => set(t.table2_sources.total, 6, 10), 'table2_sources | total | total'],
    ['test reports', t => set(t.table3_tasks.test, 3, 1), 'table3_tasks | test | report'],
    [
      'a scale',
      t => (t.table8_compliance[2]!.scale += 1),
      'table8_compliance | literature_reports | scale',
    ],
    [
      'a share',
      t => (shareRow(t.table10_subspecialties, 'Trauma')[2] = 4.02),
      'table10_subspecialties | Trauma | percent',
    ],
    [
      'a count with its share',
      t => (shareRow(t.table10_subspecialties, 'Trauma')[1] = 24),
      'table10_subspecialties | Trauma | count',
    ],
    [
      'a count of questions',
      t => (shareRow(t.table11_test_sources, 'Textbooks')[1] = 204),
      'table11_test_sources | Textbooks | count',
    ],
    [
      'a share of questions',
      t => (shareRow(t.table11_test_sources, 'Textbooks')[2] = 47.1),
      'table11_test_sources | Textbooks | percent',
    ],
    [
      'a number of questions',
      t => (t.table11_test_sources.at(-1)![1] = 488),
      'table11_test_sources | total | count',
    ],
    [
      'an ablation cell',
      t => (t.table7_ablation[2]!.average += 0.04),
      'table7_ablation | SpineGPT (non_spine) | average',
    ],
  ])('%s', (_, change, cell) => {
    expect(appeared(change)).toEqual([cell]);
  });

  it('one table against the other: the one that cannot be right is blamed', () => {
    const cell = 'table7_ablation | Qwen2.5-VL-7B (no training) | text';
    expect(appeared(t => (t.table7_ablation[0]!.text = 75.6))).toEqual([cell]);
    expect(appeared(t => (modelOf(t, 'Qwen2.5VL-7B').text = 75.6))).toEqual([
      'table6_results | Qwen2.5VL-7B | text',
    ]);
  });
});

describe('a wrong cell made sound is no longer found', () => {
  it.each<[string, (tables: Published) => void, string[]]>([
    [
      'GPT5 image',
      t => Object.assign(modelOf(t, 'GPT5'), { image: 79.79, qa_average: 84.39, average: 85.48 }),
      ['table6_results | GPT5 | image'],
    ],
    [
      'GPT-4o image',
      t => Object.assign(modelOf(t, 'GPT-4o'), { image: 81.87, qa_average: 84.8, average: 81.65 }),
      ['table6_results | GPT-4o | image'],
    ],
    [
      'SpineGPT average over questions',
      t => {
        modelOf(t, 'SpineGPT').qa_average = 87.47;
        t.table7_ablation[5]!.average = 87.47;
      },
      [
        'table6_results | SpineGPT | qa_average',
        'table7_ablation | SpineGPT (general + non_spine + spine) | average',
      ],
    ],
    [
      'SpineGPT RD',
      t => (modelOf(t, 'SpineGPT').sections.RD = 4.61),
      ['table6_results | SpineGPT | sections.RD'],
    ],
    [
      'Medgemma sections',
      t => {
        const { scores } = t.table9_dimensions.rows.find(row => row.model === 'Medgemma-27B')!;
        [scores[2], scores[5]] = [scores[5]!, scores[2]!];
      },
      [
        'table6_results | Medgemma-27B | sections.RPM',
        'table6_results | Medgemma-27B | sections.TR',
      ],
    ],
    [
      'overall averages',
      t => {
        modelOf(t, 'Medgemma-27B').average = 80.49;
        modelOf(t, 'Qwen2.5VL-7B').average = 71.85;
      },
      ['table6_results | Medgemma-27B | average', 'table6_results | Qwen2.5VL-7B | average'],
    ],
    [
      'the general-data ablation',
      t => Object.assign(t.table7_ablation[1]!, { text: 64.29, average: 63.66 }),
      [
        'table7_ablation | SpineGPT (general) | average',
        'table7_ablation | SpineGPT (general) | text',
      ],
    ],
    [
      'the counts by task',
      t => {
        set(t.table3_tasks.train, 1, 8100);
        set(t.table3_tasks.total, 1, 8100);
      },
      ['table3_tasks | total | sum of all tasks', 'table3_tasks | train | sum of all tasks'],
    ],
    [
      'percentages of their own total',
      t => {
        for (const row of t.table10_subspecialties)
          row[2] = Math.round((10_000 * row[1]) / 487) / 100;
      },
      [
        'table10_subspecialties | all rows | base of the percentages',
        'table10_subspecialties | total | percent',
      ],
    ],
    [
      'a closing percentage that owns up to the base',
      t => (t.table10_subspecialties.at(-1)![2] = 84.84),
      [
        'table10_subspecialties | all rows | base of the percentages',
        'table10_subspecialties | total | percent',
      ],
    ],
  ])('%s', (_, change, cells) => {
    expect(gone(change)).toEqual(cells);
  });
});

describe('the order and the spelling of the tables do not matter', () => {
  it.each<[string, (tables: Published) => void]>([
    ['rows reversed', t => t.table6_results.reverse()],
    ['dimension rows reversed', t => t.table9_dimensions.rows.reverse()],
    [
      'sections in another order',
      t => {
        for (const row of t.table6_results) {
          row.sections = Object.fromEntries(Object.entries(row.sections).reverse());
        }
      },
    ],
    ['a model spelt otherwise', t => (t.table9_dimensions.rows[0]!.model = 'gpt-5')],
    ['total first', t => t.table10_subspecialties.unshift(t.table10_subspecialties.pop()!)],
    ['a dash for none', t => (t.table2_sources.test![4] = '–')],
    ['figures as text', t => (t.table2_sources.train![1] = '377,212')],
  ])('%s', (_, change) => {
    expect([...wrongCells(change)].sort()).toEqual([...before].sort());
  });
});
