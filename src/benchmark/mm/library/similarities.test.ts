import { expect, test } from 'vitest';
import type { DiseaseId } from '../../../spine/index.ts';
import { chooseLibrary } from './choose-library.ts';
import { diseaseIds, healthy, numberOf } from './disease-numbers.ts';
import type { PictureLine } from './picture-line.ts';
import { similarities } from './similarities.ts';

const [slip, spurs] = ['spondylolisthesis', 'osteophytes'] as const;
const picture = (name: string, group: string, ...shown: DiseaseId[]): PictureLine => ({
  ...{ sha256: name, dataset: 'vindr', place: 'vindr/a', class: 'licensed', groups: [group] },
  ...{ diseases: shown, has: [] },
});

// Two of one patient lie close together; the third is far from both; the fourth has no point.
const pictures = [
  picture('a', 'one', slip),
  picture('b', 'one', slip, spurs),
  picture('unread', 'two', spurs),
  picture('c', 'three', slip),
];
const points = {
  ...{ rows: 3, dimensions: 2 },
  values: Float32Array.from([1, 0, 0.8, 0.6, 0, 1]),
};
const rowOf = new Map([
  ['a', 0],
  ['b', 1],
  ['c', 2],
]);
const embedded = { points, rowOf, by: null, failed: new Map([['unread', 'gave-up']]) };
const library = chooseLibrary(pictures, { perDisease: 200, seed: 1 });

test('a picture never competes with itself, for none of its diseases', async () => {
  const found = await similarities(pictures, library, embedded);
  expect([...found.keys()]).toEqual(['a', 'b', 'c']);
  const to = (sha256: string, disease: DiseaseId) => found.get(sha256)![numberOf(disease)];
  expect(to('a', slip)).toBeCloseTo(0.8);
  expect(to('a', spurs)).toBeCloseTo(0.8);
  expect(to('b', slip)).toBeCloseTo(0.8);
  // It is the only one with spurs that has a point.
  expect(to('b', spurs)).toBe(Number.NEGATIVE_INFINITY);
  expect(to('c', slip)).toBeCloseTo(0.6);
});

test('nor with the others of its patient, where that is asked', async () => {
  const found = await similarities(pictures, library, embedded, 'other-patients');
  expect(found.get('a')![numberOf(slip)]).toBeCloseTo(0);
  expect(found.get('a')![numberOf(spurs)]).toBe(Number.NEGATIVE_INFINITY);
});

test('the library holds so many of each disease, drawn by seed, and none of Healthy', () => {
  const many = Array.from({ length: 500 }, (_, at) =>
    picture(`p${at}`, `${at}`, at % 2 === 0 ? slip : 'healthy'),
  );
  const draw = (seed: number) => chooseLibrary(many, { perDisease: 20, seed });
  expect(draw(1)).toHaveLength(20);
  expect(draw(1).every(({ disease }) => diseaseIds[disease] === slip)).toBe(true);
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  expect(healthy).toBe(11);
});

test('what contradicts itself stands for nothing', () => {
  const both = picture('p', 'one', 'cervical-kyphosis', 'straight-cervical-vertebrae');
  const well = picture('q', 'two', slip, 'healthy');
  expect(chooseLibrary([both, well], { perDisease: 9, seed: 1 })).toEqual([]);
  expect(
    chooseLibrary([picture('r', 'one', slip, spurs)], { perDisease: 9, seed: 1 }),
  ).toHaveLength(2);
});

test('without a library nothing is similar', async () => {
  const found = await similarities(pictures, [], embedded);
  expect([...found.get('a')!].every(each => each === Number.NEGATIVE_INFINITY)).toBe(true);
});
