import { describe, expect, it } from 'vitest';
import { point } from '../figures/interval.ts';
import { chooseFormula, type Formula } from './choose-formula.ts';
import { findFixedWeight } from './fixed-weight.ts';

type Row = { a: number; b: number };
const formula = (name: string, of: (row: Row) => number | null): Formula<Row> => ({
  name,
  estimates: row => {
    const value = of(row);
    return value === null ? [] : [{ nominal: value, range: point(value), how: name }];
  },
});
const stated = formula('stated', ({ a, b }) => 0.6 * a + 0.4 * b);
const plainMean = ({ a, b }: Row) => (a + b) / 2;
const plain = formula('plain', plainMean);
const inputs: Row[] = [
  { a: 80, b: 70 },
  { a: 90, b: 60 },
  { a: 75, b: 50 },
  { a: 66, b: 99 },
];
const printedBy = (of: (row: Row, at: number) => number) =>
  inputs.map((row, at) => ({ row, printed: { value: of(row, at), unit: 0.01 } }));

describe('chooseFormula', () => {
  it('keeps the stated formula where most rows follow it', () => {
    const rows = printedBy(({ a, b }, at) => (at === 0 ? (a + b) / 2 : 0.6 * a + 0.4 * b));
    expect(chooseFormula(rows, [stated, plain])).toMatchObject({
      formula: { name: 'stated' },
      follows: 3,
      of: 4,
    });
  });

  it('takes another where most rows follow that', () => {
    const rows = printedBy(({ a, b }, at) => (at === 0 ? 1 : (a + b) / 2));
    expect(chooseFormula(rows, [stated, plain])?.formula.name).toBe('plain');
  });

  it('takes another that explains all rows, though most could follow the stated one', () => {
    const alike = [
      { a: 70, b: 70.01 },
      { a: 60, b: 60.02 },
      { a: 80, b: 70 },
    ].map(row => ({ row, printed: { value: Number(plainMean(row).toFixed(2)), unit: 0.01 } }));
    expect(chooseFormula(alike, [stated, plain])?.formula.name).toBe('plain');
  });

  it('holds the stated one against rows that follow none', () => {
    const rows = printedBy(() => 1);
    expect(chooseFormula(rows, [stated, plain])).toMatchObject({
      formula: { name: 'stated' },
      established: true,
    });
  });

  it('does not hold a guess against rows where the stated one cannot be computed', () => {
    const unknown = formula('stated', () => null);
    expect(
      chooseFormula(
        printedBy(() => 1),
        [unknown, plain],
      )?.established,
    ).toBe(false);
  });

  it('does not let a fitted formula explain a wrong row away', () => {
    const fitted: Formula<Row> = { ...formula('fitted', () => 1), fitted: true };
    const rows = printedBy(({ a, b }, at) => (at === 0 ? 1 : 0.6 * a + 0.4 * b));
    const anything = {
      ...fitted,
      estimates: () => [{ nominal: 50, range: { low: 0, high: 100 }, how: '' }],
    };
    expect(chooseFormula(rows, [stated, anything])?.formula.name).toBe('stated');
  });
});

describe('findFixedWeight', () => {
  const weighed = (weight: number, wrong = 0) =>
    inputs.map(({ a, b }, at) => ({
      first: { value: a, unit: 0.01 },
      second: { value: b, unit: 0.01 },
      mean: {
        value: at < wrong ? 1 : Math.round(100 * (weight * a + (1 - weight) * b)) / 100,
        unit: 0.01,
      },
    }));

  it('finds the weight that the rows share, one wrong row or not', () => {
    for (const wrong of [0, 1]) {
      const weight = findFixedWeight(weighed(0.37, wrong))!;
      expect(weight.low).toBeLessThanOrEqual(0.37);
      expect(weight.high).toBeGreaterThanOrEqual(0.37);
      expect(weight.high - weight.low).toBeLessThan(0.002);
    }
  });

  it('finds none that too few rows share', () => {
    expect(findFixedWeight(weighed(0.37, 2))).toBeNull();
    expect(findFixedWeight(weighed(0.37).slice(0, 2))).toBeNull();
  });

  it('passes over rows whose parts are alike', () => {
    const alike = weighed(0.5).map(row => ({ ...row, second: row.first, mean: row.first }));
    expect(findFixedWeight([...weighed(0.37).slice(0, 3), ...alike])?.low).toBeCloseTo(0.37, 2);
  });
});
