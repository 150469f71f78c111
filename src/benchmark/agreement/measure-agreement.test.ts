import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { measureAgreement } from './measure-agreement.ts';
import { type Rating, readRatings } from './read-ratings.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'spinemed-ratings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rate = (
  role: 'human' | 'model',
  rater: string,
  scores: number[],
  dimension = 'd',
): Rating[] => scores.map((score, at) => ({ item: `i${at}`, rater, role, dimension, score }));

test('holds the mean of the models against the mean of the people', () => {
  const { dimensions } = measureAgreement(
    [
      ...rate('human', 'a', [1, 2, 3, 4]),
      ...rate('human', 'b', [3, 2, 3, 4]),
      ...rate('model', 'm', [3, 3, 4, 5]),
    ],
    0.7,
  );
  const [first] = dimensions;
  // People's means: 2, 2, 3, 4. One point lower throughout, so r is 1 where agreement is not.
  expect(first?.pearson).toMatchObject({ defined: true, value: 1 });
  expect(first?.blandAltman).toMatchObject({ bias: { value: 1 }, lowerLimit: { value: 1 } });
  expect(first?.icc.defined && first.icc.value).toBeLessThan(0.8);
  expect(first).toMatchObject({ items: 4, humans: 2, models: 1, fit: true });
});

test('a dimension that no line can be drawn through is not fit', () => {
  const { dimensions, unpaired } = measureAgreement(
    [
      ...rate('human', 'a', [1, 2, 3, 4, 5], 'flat'),
      ...rate('model', 'm', [3, 3, 3, 3], 'flat'),
      ...rate('human', 'a', [1, 2, 3, 4], 'turned'),
      ...rate('model', 'm', [4, 3, 2, 1], 'turned'),
    ],
    0.7,
  );
  expect(dimensions.map(({ fit }) => fit)).toEqual([false, false]);
  expect(dimensions[0]?.pearson).toEqual({ defined: false, reason: 'constant' });
  expect(unpaired).toBe(1);
});

test('reads columns in any order, and says which line is wrong', async () => {
  const file = path.join(folder, 'ratings.csv');
  writeFileSync(file, '\ufeffScore,item,role,rater,dimension,note\r\n4.5,i,model,m,d,x\r\n');
  expect(await readRatings(file)).toEqual([
    { item: 'i', rater: 'm', role: 'model', dimension: 'd', score: 4.5 },
  ]);
  const bad: Array<[string, string]> = [
    ['item,rater,role,dimension\n', 'no column score'],
    ['item,rater,role,dimension,score\n', 'there is no rating in it'],
    ['item,rater,role,dimension,score\ni,m,robot,d,3\n', '`role`'],
    ['item,rater,role,dimension,score\ni,m,model,d,good\n', '`score`'],
    ['item,rater,role,dimension,score\ni,m,model,d,6\n', '`score`'],
    ['item,rater,role,dimension,score\ni,m,model,d,0.9\n', '`score`'],
    ['item,rater,role,dimension,score\ni,m,model,d,3\ni,m,model,d,4\n', 'before'],
    ['item,rater,role,dimension,score\n"i,m,model,d,3\n', 'not a CSV'],
  ];
  for (const [content, message] of bad) {
    writeFileSync(file, content);
    await expect(readRatings(file)).rejects.toMatchObject({
      code: 'ratings-invalid',
      message: expect.stringContaining(message),
    });
  }
});
