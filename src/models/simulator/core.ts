import { hash } from 'node:crypto';
import type { Call, Dialect } from './ask.ts';
import { BadRequest } from './bad-request.ts';
import type { Decider, Decision } from './chance/create-decider.ts';
import type { Ledger } from './ledger/create-ledger.ts';
import type { Limits } from './ledger/create-limits.ts';
import type { LedgerEntry } from './ledger/entry.ts';
import type { Wishes } from './settings.ts';

/** What every request of one simulator shares. */
export type Core = { wishes: Wishes; ledger: Ledger; limits: Limits; decider: Decider };

export type ReadCall = {
  call: Call;
  decision: Decision;
  asked: Pick<LedgerEntry, 'model' | 'bodySha256' | 'bytes' | 'pictures' | 'inputTokens'>;
};

/** A body as a request to a model, with what was decided about it. Throws `BadRequest`. */
export function readCall(
  { decider }: Core,
  dialect: Dialect,
  body: Buffer,
  route: { model: string | null; stream: boolean },
): ReadCall {
  const call = dialect.read(parseJson(body), route);
  const bodySha256 = hash('sha256', body);
  const { model, pictures, inputTokens } = call.ask;
  return {
    call,
    decision: decider.decide(bodySha256),
    asked: { model: model.slice(0, 200), bodySha256, bytes: body.length, pictures, inputTokens },
  };
}

export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new BadRequest('The body is not JSON.');
  }
}
