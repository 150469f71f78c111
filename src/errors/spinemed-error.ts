/** Who can mend it: the person at the keyboard, time (a retry), or we. */
export type Mender = 'user' | 'retry' | 'us';

export type ErrorDetails = {
  /** Stable, kebab-case, searched for in logs and documentation. */
  code: string;
  mender: Mender;
  /** What is wrong, in one sentence, without anything read from patient data. */
  message: string;
  /** File, line, table, address: where to look. */
  place?: string | undefined;
  /** What to do about it. */
  hint?: string | undefined;
  cause?: unknown;
};

/** The only error that crosses a boundary of the product. It may be logged and shown
 *  as it stands, so it never carries a request body, a row or a value from a file. */
export class SpinemedError extends Error {
  readonly code: string;
  readonly mender: Mender;
  readonly place: string | undefined;
  readonly hint: string | undefined;

  constructor(details: ErrorDetails) {
    super(details.message, { cause: details.cause });
    this.name = 'SpinemedError';
    this.code = details.code;
    this.mender = details.mender;
    this.place = details.place;
    this.hint = details.hint;
  }
}
