import { expect, test } from 'vitest';
import { readAnew, readOnce } from './read-once.ts';

const options = { A: 'L3/L4', B: 'L4/L5', C: 'L5/S1' };

test('another answer to the same item is read for itself, and a report for nothing', () => {
  const read = readOnce();
  const item = { id: 'q', task: 'mcq' as const, options };
  for (const response of ['The answer is A.', 'The answer is C.', 'The answer is A.', 'None.'])
    expect(read(item, response)).toEqual(readAnew(item, response));
  expect(read({ id: 'r', task: 'report', options: {} }, 'The answer is A.')).toBeNull();
});
