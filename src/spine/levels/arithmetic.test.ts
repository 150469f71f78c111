import { describe, expect, test } from 'vitest';
import {
  areAdjacent,
  compareLevels,
  levelDistance,
  levelIndex,
  levelOverlap,
  levelsBetween,
  regionOf,
} from './arithmetic.ts';
import { LEVELS } from './level.ts';
import { DISCS, discLevels, nameDisc, nameRange } from './naming.ts';

describe('order of levels', () => {
  test('runs from the atlas to the coccyx', () => {
    expect(LEVELS[0]).toBe('C1');
    expect(LEVELS.at(-1)).toBe('Co');
    expect(LEVELS.map(levelIndex)).toEqual(LEVELS.map((_, index) => index));
  });

  test('sorts a root between its vertebrae', () => {
    expect((['T1', 'C8', 'S1', 'C7'] as const).toSorted(compareLevels)).toEqual([
      'C7',
      'C8',
      'T1',
      'S1',
    ]);
  });
});

describe('neighbours', () => {
  test.each([
    ['L4', 'L5'],
    ['C7', 'T1'],
    ['T12', 'L1'],
    ['L5', 'S1'],
    ['S5', 'Co'],
    ['T12', 'T13'],
    ['T13', 'L1'],
    ['L6', 'S1'],
  ] as const)('%s and %s', (a, b) => {
    expect(areAdjacent(a, b)).toBe(true);
    expect(areAdjacent(b, a)).toBe(true);
    expect(levelDistance(a, b)).toBe(1);
  });

  test.each([
    ['L3', 'L5'],
    ['L4', 'L4'],
    ['T11', 'T13'],
    ['L6', 'L4'],
  ] as const)('not %s and %s', (a, b) => {
    expect(areAdjacent(a, b)).toBe(false);
  });
});

describe('distance', () => {
  test('counts no variant that a spine need not have', () => {
    expect(levelDistance('T11', 'L2')).toBe(3);
    expect(levelDistance('L4', 'S2')).toBe(3);
  });

  test('takes the C8 root as one step from C7 and from T1', () => {
    expect(levelDistance('C8', 'C7')).toBe(1);
    expect(levelDistance('C8', 'T1')).toBe(1);
    expect(levelDistance('C6', 'C8')).toBe(2);
  });
});

describe('ranges', () => {
  test('include both ends and leave variants out', () => {
    expect(levelsBetween('T11', 'L2')).toEqual(['T11', 'T12', 'L1', 'L2']);
    expect(levelsBetween('S1', 'L4')).toEqual(['L4', 'L5', 'S1']);
  });

  test('hold a variant that is an end', () => {
    expect(levelsBetween('T12', 'T13')).toEqual(['T12', 'T13']);
    expect(levelsBetween('L5', 'L6')).toEqual(['L5', 'L6']);
  });
});

test('overlap is shared levels over all levels', () => {
  expect(levelOverlap(['L4', 'L5'], ['L5', 'S1'])).toBeCloseTo(1 / 3);
  expect(levelOverlap(['L4'], ['L4', 'L4'])).toBe(1);
  expect(levelOverlap(['L4'], [])).toBe(0);
  expect(levelOverlap([], [])).toBe(1);
});

test('each level has its region', () => {
  expect((['C1', 'C8', 'T13', 'L6', 'S5', 'Co'] as const).map(regionOf)).toEqual([
    'cervical',
    'cervical',
    'thoracic',
    'lumbar',
    'sacral',
    'coccygeal',
  ]);
});

describe('names', () => {
  test('a disc puts the upper level first', () => {
    expect(nameDisc('S1', 'L5')).toBe('L5/S1');
    expect(discLevels('L5/S1')).toEqual(['L5', 'S1']);
  });

  test.each(['L4/S1', 'S1/L5', 'L4', 'L4/L5/S1', 'L9/L10', ''])('%j is no disc', name => {
    expect(discLevels(name)).toBeNull();
  });

  test('all discs of a spine, each with its levels', () => {
    expect(DISCS).toContain('C7/T1');
    expect(DISCS).toContain('T12/L1');
    expect(DISCS.at(-1)).toBe('S5/Co');
    expect(DISCS.filter(name => discLevels(name) === null)).toEqual([]);
  });

  test('a range of one is that level', () => {
    expect(nameRange(['L2', 'L3', 'L4'])).toBe('L2-L4');
    expect(nameRange(['L2'])).toBe('L2');
  });
});
