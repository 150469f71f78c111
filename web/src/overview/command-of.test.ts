import { expect, test } from 'vitest';
import { commandOf } from './command-of.ts';

test('a recipe is built again, a collection collected again', () => {
  expect(commandOf('sample')).toBe('./spinemed build sample');
  expect(commandOf('collect cases')).toBe('./spinemed collect cases …');
  expect(commandOf('my recipe.ts')).toBe("./spinemed build 'my recipe.ts'");
});
