import { expect, test } from 'vitest';
import { readResponseLine } from './read-response-line.ts';

const line = (fields: object) =>
  JSON.stringify({
    id: '1',
    task: 'mcq',
    options: { A: 'yes', B: 'no' },
    response: 'A',
    ...fields,
  });

const failure = (text: string) => {
  try {
    readResponseLine(text, 'r.jsonl:3');
  } catch (error) {
    return error;
  }
  return null;
};

test('reads a line; fields of others may stand on it', () => {
  expect(readResponseLine(line({ model: 'm' }), 'r.jsonl:1')).toMatchObject({
    id: '1',
    task: 'mcq',
    options: { A: 'yes', B: 'no' },
    response: 'A',
  });
});

test.each([
  ['{"id":', 'json-invalid', /not JSON/],
  ['[]', 'response-line-invalid', /not a JSON object/],
  [line({ task: 'report' }), 'task-without-letters', /report/],
  [line({ task: 'essay' }), 'response-line-invalid', /`task`/],
  [line({ options: undefined }), 'response-line-invalid', /`options`/],
  [line({ options: { A: 'alone' } }), 'response-line-invalid', /`options`/],
  [line({ options: { a: 'x', b: 'y' } }), 'response-line-invalid', /`options`/],
  [line({ response: null }), 'response-line-invalid', /`response`/],
  [line({ id: '' }), 'response-line-invalid', /`id`/],
])('names the place and what to do: %s', (text, code, message) => {
  expect(failure(text)).toMatchObject({
    code,
    mender: 'user',
    message: expect.stringMatching(message),
    place: 'r.jsonl:3',
    hint: expect.stringMatching(/./),
  });
});
