import { expect, test } from 'vitest';
import { seededRandom } from '../../../statistics/index.ts';
import { chooseOptions } from './choose-options.ts';
import { rankDiseases } from './rank-diseases.ts';

const random = seededRandom(2);
const [dimensions, queryRows, libraryRows, diseaseCount] = [16, 5000, 90, 5];

function points(rows: number) {
  const values = Float32Array.from({ length: rows * dimensions }, () => random(2000) / 1000 - 1);
  return { rows, dimensions, values };
}

const queries = {
  points: points(queryRows),
  pictures: Int32Array.from({ length: queryRows }, (_, n) => n),
};
// The first ninety pictures of the benchmark, two rows for some: they have two diseases.
const pictures = Int32Array.from({ length: libraryRows }, (_, n) => n >> (n < 20 ? 1 : 0));
const library = {
  points: {
    rows: libraryRows,
    dimensions,
    values: Float32Array.from([...pictures].flatMap(at => [...row(at)])),
  },
  // Of the last disease there is one picture only.
  diseases: Uint8Array.from({ length: libraryRows }, (_, n) => (n === 30 ? 4 : n % 4)),
  diseaseCount,
  pictures,
};

function row(at: number): Float32Array {
  return queries.points.values.subarray(at * dimensions, (at + 1) * dimensions);
}

test('finds the same as holding every picture against every other, its own left out', async () => {
  const best = await rankDiseases(queries, library);
  for (const query of [0, 1, 7, 30, 89, 2047, 2048, 4999]) {
    const expected = new Array(diseaseCount).fill(Number.NEGATIVE_INFINITY);
    pictures.forEach((picture, at) => {
      if (picture === query) return;
      const sum = row(picture).reduce((total, value, d) => total + value * row(query)[d]!, 0);
      const disease = library.diseases[at]!;
      expected[disease] = Math.max(expected[disease], sum);
    });
    const found = best.subarray(query * diseaseCount, (query + 1) * diseaseCount);
    for (const [disease, value] of expected.entries()) {
      if (value === Number.NEGATIVE_INFINITY) expect(found[disease]).toBe(value);
      else expect(found[disease]).toBeCloseTo(value, 4);
    }
  }
  // The only picture of the last disease is not its own rival.
  expect(best[30 * diseaseCount + 4]).toBe(Number.NEGATIVE_INFINITY);
});

const healthy = 6;
const similarity = Float32Array.from([0.9, 0.8, 0.7, 0.6, 0.5, 0.4]);
const choose = (has: number[], truth: number, seed = 1, of = similarity) =>
  chooseOptions(of, new Set(has), truth, { healthy, seed });

test('the truth, Healthy and the three most similar others, never one that the picture has', () => {
  const { options, answer } = choose([2, 0], 2);
  expect(options[answer]).toBe(2);
  expect(options.toSorted()).toEqual([1, 2, 3, 4, healthy]);
});

test('where the truth is Healthy, the four most similar', () => {
  const { options, answer } = choose([], healthy);
  expect(options[answer]).toBe(healthy);
  expect(options.toSorted()).toEqual([0, 1, 2, 3, healthy]);
});

test('where somebody ill lends options, Healthy cannot be told by what is on the list', () => {
  const ill = { truth: 4, has: new Set([4, 0]) };
  const lent = chooseOptions(similarity, new Set(), healthy, { healthy, seed: 1, lent: ill });
  expect(lent.options[lent.answer]).toBe(healthy);
  expect(lent.options.toSorted()).toEqual(choose([4, 0], 4).options.toSorted());
  // Who is ill has options of his own.
  const own = chooseOptions(similarity, new Set([2]), 2, { healthy, seed: 1, lent: ill });
  expect(own).toEqual(choose([2], 2));
});

test('the same seed gives the same order, and every place comes up for the truth', () => {
  expect(choose([3], 3, 5)).toEqual(choose([3], 3, 5));
  const places = new Set(Array.from({ length: 60 }, (_, seed) => choose([3], 3, seed).answer));
  expect([...places].toSorted()).toEqual([0, 1, 2, 3, 4]);
});

test('with too few other diseases there are fewer options, and nothing made up', () => {
  const none = Number.NEGATIVE_INFINITY;
  const { options } = choose([0], 0, 1, Float32Array.from([0.9, none, 0.2, none, none, none]));
  expect(options.toSorted()).toEqual([0, 2, healthy]);
});
