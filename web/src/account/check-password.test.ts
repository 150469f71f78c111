import { expect, test } from 'vitest';
import { checkPassword } from './check-password.ts';

const good = 'correct horse battery';

test('a first password needs no current one', () => {
  expect(checkPassword({ current: '', password: good, repeat: good }, false)).toEqual({});
});

test('a change needs the current one', () => {
  expect(checkPassword({ current: '', password: good, repeat: good }, true)).toEqual({
    current: 'currentMissing',
  });
});

test('length and repetition are each told', () => {
  expect(checkPassword({ current: '', password: 'short', repeat: 'shirt' }, false)).toEqual({
    password: 'tooShort',
    repeat: 'different',
  });
  const endless = 'x'.repeat(129);
  expect(checkPassword({ current: '', password: endless, repeat: endless }, false)).toEqual({
    password: 'tooLong',
  });
});
