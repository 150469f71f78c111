import { describe, expect, it } from 'vitest';
import { matchNames, sameName, uniqueLabels } from './names.ts';

describe('sameName', () => {
  it.each([
    ['Qwen2.5-VL-7B', 'Qwen2.5VL-7B', true],
    ['GPT5', 'GPT-5', true],
    ['Ｏ３', 'o3', true],
    ['GPT5', 'GPT5-mini', false],
    ['Model+', 'Model', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(sameName(a, b)).toBe(same);
  });
});

describe('matchNames', () => {
  it('pairs by shared words, then the last ones left', () => {
    const pairs = matchNames(
      ['Textbooks', 'Clinical Case Reports', 'Wards'],
      ['case_report', 'hospital', 'textbook'],
    );
    expect([...pairs].sort()).toEqual([
      ['Clinical Case Reports', 'case_report'],
      ['Textbooks', 'textbook'],
      ['Wards', 'hospital'],
    ]);
  });

  it('leaves a tie alone', () => {
    expect(matchNames(['report'], ['case report', 'image report']).size).toBe(0);
  });
});

it('uniqueLabels numbers repeats', () => {
  expect(uniqueLabels(['a', 'b', 'a'])).toEqual(['a', 'b', 'a (2)']);
});
