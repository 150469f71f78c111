import { expect, test } from 'vitest';
import { table } from './table.ts';

test('numbers stand to the right, words to the left', () => {
  expect(
    table(
      ['stage', 'in'],
      [
        ['collect', 7],
        ['identify', 1200],
      ],
    ),
  ).toBe(['stage       in', 'collect      7', 'identify  1200'].join('\n'));
});

test('Chinese names keep the columns straight', () => {
  const lines = table(
    ['name', 'role'],
    [
      ['陈医生', 'admin'],
      ['Ana', 'viewer'],
    ],
  ).split('\n');
  expect(lines).toEqual(['name    role', '陈医生  admin', 'Ana     viewer']);
});

test('a name cannot write to the terminal or break the line', () => {
  expect(table(['name'], [['Eve\x1b[2J\nadmin\t\x9b31m']])).toBe('name\nEve�[2J�admin��31m');
});

test('a table without rows is its head', () => {
  expect(table(['name', 'role'], [])).toBe('name  role');
});
