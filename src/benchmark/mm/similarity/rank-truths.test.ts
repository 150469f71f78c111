import { expect, test } from 'vitest';
import { diseaseIds, healthy } from '../library/disease-numbers.ts';
import type { PictureLine } from '../library/picture-line.ts';
import { rankOf, summariseRanks } from './rank-truths.ts';

const picture: PictureLine = {
  ...{
    sha256: 'a'.repeat(64),
    dataset: 'vindr',
    place: 'vindr/a',
    class: 'licensed',
    groups: ['vindr:1'],
  },
  diseases: [diseaseIds[2]!],
  has: [diseaseIds[0]!],
};
const truth = { picture, disease: diseaseIds[2]! };
const similarity = (...values: number[]) =>
  Float32Array.from({ length: healthy }, (_, at) => values[at] ?? 0);

test('the truth has its place among what the patient does not have', () => {
  // The first disease is nearer, and the patient has it too.
  expect(rankOf(truth, similarity(0.9, 0.1, 0.5))).toBe(1);
  expect(rankOf(truth, similarity(0.9, 0.6, 0.5, 0.7))).toBe(3);
  // Who cannot tell anything apart is in the middle, not first.
  expect(rankOf(truth, similarity(0.5, ...Array(10).fill(0.5)))).toBe(5.5);
  expect(rankOf(truth, similarity(0.9, 0.1, Number.NEGATIVE_INFINITY))).toBeNull();
});

test('what could not be ranked is told apart', () => {
  expect(summariseRanks([1, 2, null, 4])).toEqual({
    ...{ n: 3, unranked: 1, shareAtOne: 1 / 3 },
    meanReciprocalRank: (1 + 1 / 2 + 1 / 4) / 3,
  });
  expect(summariseRanks([null]).meanReciprocalRank).toBeNull();
});
