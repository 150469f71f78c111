import { expect, test } from 'vitest';
import { describeError } from './describe-error.ts';
import { SpinemedError } from './spinemed-error.ts';

const known = {
  code: 'no-such-recipe',
  mender: 'user',
  message: 'there is no such recipe',
} as const;

test('says what, where and what to do in sentences', () => {
  const error = new SpinemedError({ ...known, place: 'recipes/', hint: 'There are: sample.' });
  expect(describeError(error)).toBe(
    'no-such-recipe: there is no such recipe (recipes/). There are: sample.',
  );
  expect(describeError(new SpinemedError(known))).toBe('no-such-recipe: there is no such recipe.');
});

test('does not put a second stop behind a message that ends', () => {
  const error = new SpinemedError({ ...known, message: 'Is it there?', hint: 'Look.' });
  expect(describeError(error)).toBe('no-such-recipe: Is it there? Look.');
});

test('never repeats a stranger’s message', () => {
  const line = describeError(new TypeError('Zhang San, born 1950-01-02'));
  expect(line).toContain('TypeError');
  expect(line).not.toContain('Zhang');
});
