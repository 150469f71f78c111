import { describe, expect, it } from 'vitest';
import { inferItemCounts } from './item-counts.ts';

const cell = (value: number) => ({ value: Math.round(100 * value) / 100, unit: 0.01 });
const row = (text: number, image: number, items = { text: 294, image: 193 }) => ({
  text: cell((100 * text) / items.text),
  image: cell((100 * image) / items.image),
  average: cell((100 * (text + image)) / (items.text + items.image)),
});
const rows = [row(257, 159), row(255, 171), row(234, 154), row(262, 156), row(246, 148)];
const best = (counts: ReturnType<typeof inferItemCounts>) => {
  const [first] = counts?.splits ?? [];
  return first && [first.text, first.image];
};

describe('inferItemCounts', () => {
  it('finds the split of a printed total', () => {
    const counts = inferItemCounts(rows, [487])!;
    expect(counts.splits).toHaveLength(1);
    expect(best(counts)).toEqual([294, 193]);
    expect([counts.explained, counts.accuracies]).toEqual([10, 10]);
  });

  it('finds it without a total, and not a multiple of it', () => {
    expect(best(inferItemCounts(rows, []))).toEqual([294, 193]);
  });

  it('is not misled by a total that is wrong', () => {
    expect(best(inferItemCounts(rows, [490]))).toEqual([294, 193]);
  });

  it('bears a few impossible cells', () => {
    const wrong = { ...row(250, 150), text: cell(83.33), image: cell(77.77), average: cell(12) };
    const counts = inferItemCounts([...rows, wrong], [487])!;
    expect(best(counts)).toEqual([294, 193]);
    expect(counts.explained).toBe(counts.accuracies - 1);
  });

  it('counts a row that is printed twice once', () => {
    const [first] = rows;
    expect(inferItemCounts(Array(20).fill(first), [])).toBeNull();
  });

  it('names the rivals that one row leaves', () => {
    const counts = inferItemCounts([{ ...rows[0]!, average: null }], [487]);
    expect(counts === null || counts.splits.length > 1).toBe(true);
  });

  it('does not settle on noise', () => {
    const noise = [12.34, 45.67, 89.01, 23.45, 67.89, 91.23].map((value, at) => ({
      text: cell(value),
      image: cell((value * 7.31 + at) % 100),
      average: null,
    }));
    expect(inferItemCounts(noise, [])).toBeNull();
  });

  it('has nothing to say without accuracies', () => {
    expect(inferItemCounts([], [487])).toBeNull();
    expect(inferItemCounts([{ text: cell(50), image: null, average: null }], [487])).toBeNull();
  });
});
