import { expect, test } from 'vitest';
import { createClassScorer } from './score-classes.ts';

const score = createClassScorer([
  {
    id: 'break',
    keywords: new Map([
      ['fracture', 1],
      ['骨折', 1],
      ['spinal cord injury', 3],
    ]),
  },
  {
    id: 'growth',
    keywords: new Map([
      ['tumor', 2],
      ['肿瘤', 2],
      ['pathological fracture', 2],
    ]),
  },
  { id: 'cord', keywords: new Map([['spinal cord', 1]]) },
]);

test('adds up what was found, best first, and says what it was', () => {
  expect(score('TUMOURS after a fracture')).toEqual([
    { id: 'growth', score: 2, found: ['tumor'] },
    { id: 'break', score: 1, found: ['fracture'] },
    { id: 'cord', score: 0, found: [] },
  ]);
  expect(score('肿瘤还是骨折')[0]).toEqual({ id: 'growth', score: 2, found: ['肿瘤'] });
});

test('the longer of two keywords within each other counts', () => {
  expect(score('a pathologic fracture')[0]!.id).toBe('break');
  expect(score('a pathological fracture')[0]).toMatchObject({ id: 'growth', score: 2 });
  expect(score('spinal cord injuries').map(({ score: of }) => of)).toEqual([3, 0, 0]);
  expect(score('spinal cord').at(0)).toMatchObject({ id: 'cord', score: 1 });
});

test('repeating a word proves nothing, and parts of words are none', () => {
  expect(score('fracture fracture fractures')[0]!.score).toBe(1);
  expect(score('fracturectomy tumorous').every(({ score: of }) => of === 0)).toBe(true);
});
