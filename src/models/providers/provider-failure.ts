/** What went wrong with a request, by what helps against it. */
export type FailureKind =
  /** Too many requests: wait as long as we are told, and ask less at once. */
  | 'busy'
  /** Away, broken or broken off: ask again. */
  | 'lost'
  /** It will not take this request, however often it is asked. */
  | 'rejected'
  /** The form that was asked of the answer is not known there. */
  | 'form-unknown'
  /** The data may not go where the address led. */
  | 'refused'
  /** Nobody but the user can mend it: a key, a name, money. */
  | 'misconfigured';

/** Codes only: providers quote requests in their messages. */
export class ProviderFailure extends Error {
  readonly kind: FailureKind;
  readonly code: string;
  readonly status: number | null;
  readonly retryAfterMs: number | undefined;
  /** Whether it may have been charged for: it got there, and we never saw how it ended. */
  readonly charged: boolean;

  constructor(details: {
    kind: FailureKind;
    code: string;
    status?: number | undefined;
    retryAfterMs?: number | undefined;
    charged?: boolean;
  }) {
    super(details.code);
    this.name = 'ProviderFailure';
    this.kind = details.kind;
    this.code = details.code;
    this.status = details.status ?? null;
    this.retryAfterMs = details.retryAfterMs;
    this.charged = details.charged ?? false;
  }
}
