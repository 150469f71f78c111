import { expect, test } from 'vitest';
import { SpinemedError } from '../errors/index.ts';
import { answerOf } from './error-body.ts';

const patient = 'Zhang San, L4/L5 stenosis';

test('our own errors are told in their words, with the status of who can mend them', () => {
  const told = (mender: 'user' | 'retry' | 'us') =>
    answerOf(new SpinemedError({ code: 'x', mender, message: 'm', place: 'p', hint: 'h' }));
  expect(told('user')).toEqual({
    status: 400,
    body: { code: 'x', message: 'm', place: 'p', hint: 'h' },
  });
  expect([told('retry').status, told('us').status]).toEqual([503, 500]);
});

test('a stranger’s error is a defect and none of its words are told', () => {
  const strangers = [
    new Error(patient),
    new Error('outer', { cause: Object.assign(new Error(patient), { code: '42P01' }) }),
    Object.assign(new Error(patient), { code: patient }),
    patient,
    { message: patient },
    undefined,
  ];
  for (const stranger of strangers) {
    const { status, body } = answerOf(stranger);
    expect([status, body.code]).toEqual([500, 'defect']);
    expect(JSON.stringify(body)).not.toContain('Zhang');
  }
});

test('a database that is away is for a retry to mend, also from within a query builder', () => {
  for (const code of ['ECONNREFUSED', 'ECONNRESET', '57P01', '08006']) {
    const error = new Error('failed', { cause: Object.assign(new Error(patient), { code }) });
    expect(answerOf(error)).toEqual({
      status: 503,
      body: { code: 'database-unreachable', message: 'the database does not answer just now' },
    });
  }
});
