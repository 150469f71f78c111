import { fitFault } from './answers/fit-fault.ts';
import type { Call } from './ask.ts';
import { BadRequest } from './bad-request.ts';
import type { Decider, Decision } from './chance/create-decider.ts';
import type { Ledger } from './ledger/create-ledger.ts';
import type { Limits } from './ledger/create-limits.ts';
import type { LedgerEntry } from './ledger/entry.ts';
import type { ModelRoute } from './route.ts';
import type { Wishes } from './settings.ts';

/** What every request of one simulator shares. */
export type Core = { wishes: Wishes; ledger: Ledger; limits: Limits; decider: Decider };

export type ReadCall = {
  call: Call;
  decision: Decision;
  asked: Pick<LedgerEntry, 'model' | 'pictures' | 'inputTokens'>;
};

/** A body as a request to a model, with what was decided about it. Throws `BadRequest`. */
export function readCall(
  { decider }: Core,
  { dialect, ...route }: ModelRoute,
  body: unknown,
  bodySha256: string,
): ReadCall {
  const call = dialect.read(body, route);
  const decision = decider.decide(bodySha256);
  const { model, pictures, inputTokens } = call.ask;
  return {
    call,
    decision: { ...decision, fault: fitFault(call.ask, decision.fault) },
    asked: { model: model.slice(0, 200), pictures, inputTokens },
  };
}

export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new BadRequest('The body is not JSON.');
  }
}
