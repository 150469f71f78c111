import { describe, expect, it } from 'vitest';
import { scoresSchema } from './scores.ts';

const cell = { n: 3, answered: 2, right: 1, accuracy: 50, interval: [9, 91] };
const scores = {
  benchmark: 'b',
  model: 'm',
  parts: {
    text: cell,
    image: null,
    report: { n: 2, scored: 1, score: 60, interval: null, dimensions: { diagnosis: 3 } },
  },
  total: 55,
  coverage: 0.6,
  breakdowns: { language: { en: cell } },
  levels: {},
};
const text = (fields: object) => ({
  ...scores,
  parts: { ...scores.parts, text: { ...cell, ...fields } },
});

describe('scoresSchema', () => {
  it('takes the agreed fields alone, and keeps whatever stands beside them', () => {
    expect(scoresSchema.parse(scores)).toEqual(scores);
    const more = { ...scores, rank: 1, parts: { ...scores.parts, text: { ...cell, note: 'x' } } };
    expect(scoresSchema.parse(more)).toEqual(more);
  });

  it.each<[string, object]>([
    ['an accuracy past 100', text({ accuracy: 101 })],
    ['more right than answered', text({ right: 3 })],
    ['more answered than asked', text({ answered: 4 })],
    ['a coverage in percent', { ...scores, coverage: 60 }],
    [
      'a dimension that is none',
      {
        ...scores,
        parts: { ...scores.parts, report: { ...scores.parts.report, dimensions: { style: 3 } } },
      },
    ],
    [
      'more scored than asked',
      { ...scores, parts: { ...scores.parts, report: { ...scores.parts.report, scored: 3 } } },
    ],
    ['no total', { ...scores, total: undefined }],
  ])('refuses %s', (_, value) => {
    expect(scoresSchema.safeParse(value).success).toBe(false);
  });
});
