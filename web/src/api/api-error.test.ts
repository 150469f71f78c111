import { expect, test } from 'vitest';
import { apiErrorOf } from './api-error.ts';

test('our own answer keeps its code, message and hint', () => {
  const error = apiErrorOf(400, {
    code: 'person-exists',
    message: 'there is one already',
    hint: 'Give them a new link.',
  });
  expect(error).toMatchObject({
    status: 400,
    code: 'person-exists',
    message: 'there is one already',
    hint: 'Give them a new link.',
  });
});

test('a code in another house’s spelling is read as ours', () => {
  expect(apiErrorOf(401, { code: 'INVALID_EMAIL_OR_PASSWORD' }).code).toBe(
    'invalid-email-or-password',
  );
});

test.each([
  [401, undefined, 'not-signed-in'],
  [403, '<html>', 'not-allowed'],
  [404, null, 'not-found'],
  [429, { code: 'anything' }, 'too-many-requests'],
  [502, 'Bad gateway', 'server-failed'],
  [500, { code: '' }, 'server-failed'],
  [500, { code: 'defect' }, 'defect'],
  [418, [], 'unexpected-answer'],
])('status %i with %j is %s', (status, body, code) => {
  expect(apiErrorOf(status, body).code).toBe(code);
});
