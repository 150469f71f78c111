import type { Dialect } from '../ask.ts';

/** An error in the dialect's own form. */
export function failure(dialect: Dialect['name'], status: number, message: string): unknown {
  if (dialect === 'anthropic') {
    const type = anthropicTypes[status] ?? (status < 500 ? 'invalid_request_error' : 'api_error');
    return { type: 'error', error: { type, message } };
  }
  if (dialect === 'google')
    return { error: { code: status, message, status: googleStatuses[status] ?? 'INTERNAL' } };
  const type = openaiTypes[status] ?? (status < 500 ? 'invalid_request_error' : 'server_error');
  const code = status === 429 ? 'rate_limit_exceeded' : null;
  return { error: { message, type, param: null, code } };
}

const openaiTypes: Record<number, string> = { 429: 'requests' };

const anthropicTypes: Record<number, string> = {
  401: 'authentication_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  529: 'overloaded_error',
};

const googleStatuses: Record<number, string> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  404: 'NOT_FOUND',
  413: 'INVALID_ARGUMENT',
  429: 'RESOURCE_EXHAUSTED',
  503: 'UNAVAILABLE',
  529: 'UNAVAILABLE',
};
