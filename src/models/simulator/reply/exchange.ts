import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LedgerEntry, Outcome } from '../ledger/entry.ts';

/** One request and its answer. */
export type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  entry: LedgerEntry;
  /** Told to the ledger at the moment when the last byte goes out, or the connection ends. */
  end(ended: {
    outcome: Outcome;
    status: number | null;
    outputTokens?: number;
    clientLeft?: boolean;
  }): void;
  /** Set where it takes up one of the places that the limits give. */
  admitted: boolean;
  /** Set where no answer is ever going to come. */
  hangs: boolean;
  /** True from the moment the client has gone. */
  left(): boolean;
};
