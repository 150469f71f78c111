import { describe, expect, it } from 'vitest';
import { type Habits, makeTables } from './fixtures/made-up-tables.ts';
import { auditTables } from './index.ts';

const seeds = (count: number) => Array.from({ length: count }, (_, at) => (at + 1) * 7919);

// A busy machine takes its time over many files.
const options = { timeout: 60_000 };

describe('tables in which everything follows', options, () => {
  it.each<[string, Habits, boolean, number?]>([
    ['computed from true values', {}, true, 8],
    ['computed from printed values', { chained: true }, true, 8],
    ['digits cut off', { cut: true }, true],
    ['digits cut off at each step', { cut: true, chained: true }, true],
    ['one digit after the point', { decimals: 1, models: 8 }, true],
    ['no digit after the point', { decimals: 0, models: 8 }, false],
    ['plain means', { plain: true, chained: true }, true],
    ['plain means, nearly as many images as texts', { plain: true, text: 200, image: 198 }, true],
    ['as many images as texts', { text: 200, image: 200 }, true],
    ['a handful of items', { text: 12, image: 9, reports: 5 }, true],
    ['thousands of items', { text: 3000, image: 2000 }, true],
    ['more items than percentages can tell', { text: 30_000, image: 20_000, models: 8 }, false],
    ['two models', { models: 2 }, true],
    ['one model', { models: 1 }, true],
  ])('%s: nothing is called wrong', (_, habits, telling, files = 2) => {
    for (const seed of seeds(files)) {
      const { file, text, image } = makeTables(seed, habits);
      const { findings } = auditTables(file);
      expect(findings.filter(({ verdict }) => verdict === 'inconsistent')).toEqual([]);
      const items = findings.find(({ field }) => field === 'text and image items');
      if (telling) expect(items?.recomputed).toBe(`${text} + ${image}`);
    }
  });

  it('without any table of counts the numbers of items are still found', () => {
    const { file, text, image, reports } = makeTables(5, { models: 12 });
    const { table6_results, table4_report_sections, table9_dimensions } = file;
    const { findings } = auditTables({ table6_results, table4_report_sections, table9_dimensions });
    expect(findings.filter(({ verdict }) => verdict === 'inconsistent')).toEqual([]);
    const found = (field: string) => findings.find(finding => finding.field === field)!.recomputed;
    expect(found('text and image items')).toBe(`${text} + ${image}`);
    const [low, high = low] = String(found('reports in the overall average')).split(' to ');
    expect(Number(low)).toBeLessThanOrEqual(reports);
    expect(Number(high)).toBeGreaterThanOrEqual(reports);
  });

  it('too many items and no total: it does not guess', () => {
    const { table6_results } = makeTables(6, { text: 3000, image: 2000 }).file;
    const { findings } = auditTables({ table6_results });
    const items = findings.find(({ field }) => field === 'text and image items');
    expect(items?.verdict).toBe('not recomputable');
    expect(findings.filter(({ verdict }) => verdict === 'inconsistent')).toEqual([]);
  });
});

describe('a few wrong cells', options, () => {
  it('are found, and do not mislead about the numbers of items', () => {
    for (const seed of seeds(2)) {
      const { file, text, image } = makeTables(seed, { models: 10, text: 310, image: 150 });
      file.table6_results[2]!.text = 55.55;
      file.table6_results[5]!.image = 77.77;
      file.table6_results[8]!.qa_average += 1.5;
      const { findings } = auditTables(file);
      const items = findings.find(({ field }) => field === 'text and image items');
      expect(items?.recomputed).toBe(`${text} + ${image}`);
      const wrong = findings.filter(({ verdict }) => verdict === 'inconsistent');
      const rows = new Set(wrong.map(({ row }) => row));
      for (const at of [2, 5, 8]) expect(rows).toContain(file.table6_results[at]!.model);
    }
  });
});
