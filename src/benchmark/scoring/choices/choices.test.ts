import { describe, expect, it } from 'vitest';
import { answered, choiceItem } from '../made-up-benchmark.ts';
import type { Result } from '../result.ts';
import { arrangeRows } from '../rows.ts';
import { choiceCell } from './choice-cell.ts';
import { isRight } from './is-right.ts';
import { multiSelectCell } from './multi-select.ts';

describe('isRight', () => {
  it.each([
    [['A'], ['A'], true],
    [['B'], ['A'], false],
    [['A', 'B'], ['A'], false],
    [['C', 'A'], ['A', 'C'], true],
    [['A'], ['A', 'C'], false],
    [['A', 'C', 'D'], ['A', 'C'], false],
    [[], ['A'], false],
    [['A', 'A'], ['A'], true],
  ])('%j for %j: %s', (said, answer, right) => {
    expect(isRight(said, answer)).toBe(right);
  });
});

const multi = (answer: string[], ...said: (string[] | Result['status'])[]) => {
  const items = said.map((_, i) => choiceItem(`m${i}`, { task: 'mcq-multi', answer }));
  const results = said.map(
    (one, i): Result =>
      typeof one === 'string'
        ? { id: `m${i}`, status: one as 'missing' | 'unparseable' }
        : answered(`m${i}`, ...one),
  );
  return multiSelectCell(arrangeRows(items, results, 1).choices)!;
};

describe('multiSelectCell', () => {
  it('asks for the exact set in accuracy and pays for overlap in the sample means', () => {
    // Precision 1, 1/2, 2/3; recall 1, 1/2, 1; F1 1, 1/2, 4/5.
    const cell = multi(['A', 'B'], ['B', 'A'], ['A', 'C'], ['A', 'B', 'C']);
    expect(cell.accuracy).toBeCloseTo(100 / 3, 10);
    expect(cell.precision).toBeCloseTo((100 * (1 + 1 / 2 + 2 / 3)) / 3, 10);
    expect(cell.recall).toBeCloseTo((100 * 2.5) / 3, 10);
    expect(cell.f1).toBeCloseTo((100 * (1 + 0.5 + 0.8)) / 3, 10);
  });

  it('gives nothing for an empty or unparseable answer, and leaves out one that never came', () => {
    expect(multi(['A'], [], 'unparseable', ['A'], 'missing')).toMatchObject({
      n: 4,
      answered: 3,
      unparseable: 1,
      right: 1,
      precision: 100 / 3,
      recall: 100 / 3,
      f1: 100 / 3,
    });
  });

  it('has no figures where nothing was answered', () => {
    expect(multi(['A'], 'missing')).toMatchObject({
      accuracy: null,
      precision: null,
      recall: null,
      f1: null,
    });
    expect(multiSelectCell([])).toBeNull();
  });
});

describe('choiceCell', () => {
  const cellOf = (results: Result[], n: number, repeats = 1) =>
    choiceCell(
      arrangeRows(
        Array.from({ length: n }, (_, i) => choiceItem(`q${i}`)),
        results,
        repeats,
      ).choices,
    );

  it('divides by what was answered, unparseable answers included, failures not', () => {
    const cell = cellOf(
      [
        answered('q0', 'A'),
        answered('q1', 'B'),
        { id: 'q2', status: 'unparseable' },
        { id: 'q3', status: 'missing' },
        { id: 'q5', status: 'model-extracted', answer: ['A'] },
      ],
      6,
    );
    expect(cell).toMatchObject({
      n: 6,
      answered: 4,
      right: 2,
      accuracy: 50,
      unparseable: 1,
      modelExtracted: 1,
      coverage: 4 / 6,
    });
  });

  it("has Wilson's interval, Newcombe's (1998) 15 of 148 in percent", () => {
    const results = Array.from({ length: 148 }, (_, i) => answered(`q${i}`, i < 15 ? 'A' : 'B'));
    const [low, high] = cellOf(results, 148).interval!;
    expect(low).toBeCloseTo(6.24, 2);
    expect(high).toBeCloseTo(16.05, 2);
  });

  it('does not grow surer by asking the same items again', () => {
    const once = cellOf([answered('q0', 'A'), answered('q1', 'B')], 2);
    const thrice = cellOf(
      [0, 1, 2].flatMap(repeat => [
        { ...answered('q0', 'A'), repeat },
        { ...answered('q1', 'B'), repeat },
      ]),
      2,
      3,
    );
    expect(thrice).toMatchObject({ n: 6, answered: 6, right: 3, accuracy: 50 });
    expect(thrice.interval).toEqual(once.interval);
  });
});
