import { APICallError } from '@ai-sdk/provider';
import { expect, test } from 'vitest';
import { AddressRefused } from '../egress/address-refused.ts';
import { classifyFailure } from './classify-failure.ts';
import { ProviderFailure } from './provider-failure.ts';

const { signal } = new AbortController();

function answer(
  statusCode: number,
  responseBody = '',
  responseHeaders: Record<string, string> = {},
) {
  const request = { url: 'http://127.0.0.1/v1', requestBodyValues: { prompt: 'Zhang San' } };
  return new APICallError({
    message: `Zhang San: ${responseBody}`,
    ...request,
    ...{ statusCode, responseBody, responseHeaders },
  });
}

function broken(code: string) {
  const cause = Object.assign(new Error('socket'), { code });
  return new TypeError('fetch failed', { cause });
}

test.each<[name: string, error: unknown, expected: Partial<ProviderFailure>]>([
  [
    'too many',
    answer(429, '', { 'retry-after': '2' }),
    { kind: 'busy', code: 'rate-limited', retryAfterMs: 2000, charged: false },
  ],
  [
    'no money',
    answer(429, '{"error":{"code":"insufficient_quota"}}'),
    { kind: 'misconfigured', code: 'provider-quota-used-up' },
  ],
  [
    'overloaded',
    answer(529, '', { 'retry-after': '1' }),
    { kind: 'lost', code: 'server-error-529', retryAfterMs: 1000, charged: false },
  ],
  ['bad gateway', answer(502, '<html>'), { kind: 'lost', code: 'server-error-502' }],
  ['request timeout', answer(408), { kind: 'lost', code: 'server-error-408' }],
  ['garbled', answer(200, 'not json'), { kind: 'lost', code: 'garbled-answer', charged: true }],
  ['redirect', answer(302), { kind: 'rejected', code: 'redirected' }],
  ['bad key', answer(401), { kind: 'misconfigured', code: 'credentials-refused' }],
  ['unknown model', answer(404), { kind: 'misconfigured', code: 'model-not-there' }],
  ['unknown form', answer(400, '"response_format" is not supported'), { kind: 'form-unknown' }],
  [
    'too long',
    answer(400, 'maximum context length'),
    { kind: 'rejected', code: 'request-error-400' },
  ],
  ['too large', answer(413), { kind: 'rejected', code: 'request-error-413' }],
  ['nobody there', broken('ECONNREFUSED'), { kind: 'lost', code: 'unreachable', charged: false }],
  ['no such host', broken('ENOTFOUND'), { kind: 'lost', code: 'unreachable', charged: false }],
  [
    'slow to connect',
    broken('UND_ERR_CONNECT_TIMEOUT'),
    { kind: 'lost', code: 'unreachable', charged: false },
  ],
  ['silent', broken('UND_ERR_HEADERS_TIMEOUT'), { kind: 'lost', code: 'timed-out', charged: true }],
  ['reset', broken('ECONNRESET'), { kind: 'lost', code: 'connection-broken', charged: true }],
  ['closed', broken('UND_ERR_SOCKET'), { kind: 'lost', code: 'connection-broken', charged: true }],
  [
    'elsewhere',
    new TypeError('fetch failed', { cause: new AddressRefused() }),
    { kind: 'refused', code: 'address-not-onsite', charged: false },
  ],
])('%s', (_name, error, expected) => {
  const failure = classifyFailure(error, signal);
  expect(failure).toBeInstanceOf(ProviderFailure);
  expect(failure).toMatchObject(expected);
  // What providers write may quote a patient: nothing of it comes along.
  expect(JSON.stringify(failure) + String(failure)).not.toContain('Zhang');
});

test('an abort stays what it is, and so does a defect of ours', () => {
  const ending = new AbortController();
  ending.abort(new Error('enough'));
  expect(classifyFailure(broken('ECONNRESET'), ending.signal)).toMatchObject({ message: 'enough' });
  for (const defect of [new RangeError('ours'), new TypeError('x is not a function')])
    expect(classifyFailure(defect, signal)).toBe(defect);
});
