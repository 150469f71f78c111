import { APICallError } from '@ai-sdk/provider';
import { AddressRefused } from '../egress/address-refused.ts';
import { ProviderFailure } from './provider-failure.ts';
import { readRetryAfter } from './retry-after.ts';

/** Turns what the provider packages throw into what helps against it. An abort of ours stays
 *  what it is. */
export function classifyFailure(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  if (error instanceof ProviderFailure) return error;
  if (causes(error).some(cause => cause instanceof AddressRefused)) {
    return new ProviderFailure({ kind: 'refused', code: 'address-not-onsite' });
  }
  if (!APICallError.isInstance(error)) return unfinished(error);
  const { statusCode: status, responseHeaders: headers = {} } = error;
  if (status === undefined) return unfinished(error);
  if (status >= 200 && status < 300) return lost('garbled-answer', status);
  if (status < 400) return new ProviderFailure({ kind: 'rejected', code: 'redirected', status });
  const retryAfterMs = readRetryAfter(headers);
  if (status === 429) {
    return new ProviderFailure({
      ...(isOutOfMoney(error)
        ? { kind: 'misconfigured', code: 'provider-quota-used-up' }
        : { kind: 'busy', code: 'rate-limited' }),
      status,
      retryAfterMs,
    });
  }
  // 529 is how Anthropic says overloaded; 408, 409 and 425 ask for another try.
  if (status >= 500 || [408, 409, 425].includes(status)) {
    return new ProviderFailure({
      kind: 'lost',
      code: `server-error-${status}`,
      status,
      retryAfterMs,
    });
  }
  if (status === 401 || status === 403) return misconfigured('credentials-refused', status);
  if (status === 402) return misconfigured('provider-quota-used-up', status);
  if (status === 404) return misconfigured('model-not-there', status);
  if (speaksOfForm(error)) {
    return new ProviderFailure({ kind: 'form-unknown', code: 'answer-form-unknown', status });
  }
  return new ProviderFailure({ kind: 'rejected', code: `request-error-${status}`, status });
}

/** It got there, and what became of it was not seen. */
function lost(code: string, status?: number): ProviderFailure {
  return new ProviderFailure({ kind: 'lost', code, status, charged: true });
}

function misconfigured(code: string, status: number): ProviderFailure {
  return new ProviderFailure({ kind: 'misconfigured', code, status });
}

/** No whole answer came: the connection failed, broke or fell silent. */
function unfinished(error: unknown): unknown {
  const found = causes(error);
  const codes = found.map(cause => String((cause as { code?: unknown }).code ?? ''));
  if (codes.some(each => unreachable.test(each))) {
    return new ProviderFailure({ kind: 'lost', code: 'unreachable' });
  }
  if (codes.some(each => /TIMEOUT/.test(each))) return lost('timed-out');
  // `fetch` says what broke as the cause of a TypeError; one without a cause is a defect of ours.
  const ofFetch = error instanceof TypeError && error.cause instanceof Error;
  if (codes.some(Boolean) || ofFetch || APICallError.isInstance(error)) {
    return lost('connection-broken');
  }
  return found.some(cause => garbled.test(cause.name)) ? lost('garbled-answer') : error;
}

const unreachable =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;
/** What the provider packages throw over an answer that they cannot read. */
const garbled =
  /^AI_(JSONParse|TypeValidation|InvalidResponseData|NoContentGenerated|EmptyResponseBody)Error$/;

function causes(error: unknown): Error[] {
  const found: Error[] = [];
  for (let inner = error; inner instanceof Error && found.length < 8; inner = inner.cause) {
    found.push(inner);
    if (inner instanceof AggregateError) {
      found.push(...inner.errors.filter(each => each instanceof Error));
    }
  }
  return found;
}

/** These look at what the provider wrote, and keep nothing of it. */
function isOutOfMoney({ responseBody }: APICallError): boolean {
  return /insufficient_quota|credit balance|billing/i.test(responseBody ?? '');
}

function speaksOfForm({ responseBody, statusCode }: APICallError): boolean {
  if (statusCode !== 400 && statusCode !== 422 && statusCode !== 501) return false;
  return /response_format|json_schema|json_object|structured|guided|output_format|tool_choice|grammar|text\.format/i.test(
    responseBody ?? '',
  );
}
