import { describe, expect, it } from 'vitest';
import { SpinemedError } from '../../../errors/index.ts';
import { readTables } from './read-tables.ts';

function refusal(input: unknown): SpinemedError {
  try {
    readTables(input);
  } catch (error) {
    expect(error).toBeInstanceOf(SpinemedError);
    return error as SpinemedError;
  }
  throw new Error('the file was accepted');
}

const row = { model: 'A', text: 80, image: 70, qa_average: 75, average: 75 };

describe('a file of another shape is refused with the place that is off', () => {
  it.each<[string, unknown, string]>([
    ['no object', [], 'the file'],
    ['nothing', null, 'the file'],
    ['no known table', { table6: [] }, 'the file'],
    ['a table of the wrong kind', { table6_results: {} }, 'table6_results'],
    [
      'a cell that is no figure',
      { table6_results: [row, { ...row, text: true }] },
      'table6_results[1].text',
    ],
    [
      'a cell of words',
      { table6_results: [{ ...row, image: 'eighty' }] },
      'table6_results[0].image',
    ],
    [
      'a cell that is not finite',
      { table6_results: [{ ...row, text: Number.NaN }] },
      'table6_results[0].text',
    ],
    ['a row without a model', { table6_results: [{ text: 1 }] }, 'table6_results[0].model'],
    [
      'a section of words',
      { table6_results: [{ ...row, sections: { TR: '?' } }] },
      'table6_results[0].sections.TR',
    ],
    [
      'a short row of counts',
      { table2_sources: { columns: ['a', 'b'], train: [1] } },
      'table2_sources.train',
    ],
    [
      'a row of counts that is no list',
      { table2_sources: { columns: ['a'], train: { a: 1 } } },
      'table2_sources.train',
    ],
    ['a grid without columns', { table3_tasks: { train: [1] } }, 'table3_tasks.columns'],
    [
      'a short row of scores',
      { table9_dimensions: { columns: ['a', 'b'], rows: [{ model: 'A', scores: [1] }] } },
      'table9_dimensions.rows[0].scores',
    ],
    ['a nameless share', { table10_subspecialties: [['', 1, 2]] }, 'table10_subspecialties[0][0]'],
  ])('%s', (_, input, place) => {
    const error = refusal(input);
    expect(error.code).toBe('tables-file-invalid');
    expect(error.mender).toBe('user');
    expect(error.place).toBe(place);
  });

  it('says how many places are off, and repeats no value of the file', () => {
    const error = refusal({ table6_results: [{ ...row, text: 'secret', image: 'secret' }] });
    expect(error.hint).toContain('1 more place is off');
    expect(`${error.message} ${error.hint}`).not.toContain('secret');
  });
});

describe('figures', () => {
  const textsOf = (...texts: unknown[]) =>
    readTables({
      table6_results: texts.map((text, at) => ({ ...row, model: `M${at}`, text })),
    }).results.map(result => result.text);

  it('a number has the digits of its column, which JSON may have shortened', () => {
    expect(textsOf(88.6, 87.41)).toEqual([
      { value: 88.6, unit: 0.01 },
      { value: 87.41, unit: 0.01 },
    ]);
  });

  it('a column of one looks at its neighbours', () => {
    const [only] = readTables({ table6_results: [{ ...row, text: 88.6, image: 81.35 }] }).results;
    expect(only!.text).toEqual({ value: 88.6, unit: 0.01 });
  });

  it('text says its digits itself', () => {
    expect(textsOf('88.60', '88.6', 87.41)).toEqual([
      { value: 88.6, unit: 0.01 },
      { value: 88.6, unit: 0.1 },
      { value: 87.41, unit: 0.01 },
    ]);
  });

  it.each(['', '-', '–', '—', 'n/a', 'N/A', null, undefined])('%j is no figure', mark => {
    expect(textsOf(mark, 80)[0]).toBeNull();
  });

  it('thousands commas and percent signs are read, other commas are not', () => {
    const counts = (cell: string) =>
      readTables({ table2_sources: { columns: ['a'], train: [cell] } }).sources!.rows[0]!.cells[0];
    expect(counts('377,212')?.value).toBe(377_212);
    expect(counts('16.72 %')?.value).toBe(16.72);
    expect(counts('50％')?.value).toBe(50);
    expect(() => counts('3,77,212')).toThrow(SpinemedError);
    expect(() => counts('16,72')).toThrow(SpinemedError);
  });
});

describe('rows', () => {
  it('of one name get labels of their own', () => {
    const { results } = readTables({ table6_results: [row, row] });
    expect(results.map(({ label }) => label)).toEqual(['A', 'A (2)']);
  });

  it('of the ablation are named by what they were trained on', () => {
    const { ablation } = readTables({
      table7_ablation: [
        { model: 'A', x: false, y: false },
        { model: 'A', x: true, y: true },
      ],
    });
    expect(ablation.map(({ label }) => label)).toEqual(['A (no training)', 'A (x + y)']);
  });

  it('that close a table are told from names that begin like a total', () => {
    const [share] = readTables({
      table10_subspecialties: [
        ['Total disc replacement', 1, 50],
        ['b', 1, 50],
        ['合计', 2, 100],
      ],
    }).shares;
    expect(share!.rows.map(({ label }) => label)).toEqual(['Total disc replacement', 'b']);
    expect(share!.total?.label).toBe('合计');
  });
});
