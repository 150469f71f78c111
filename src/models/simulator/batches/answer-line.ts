import { hash } from 'node:crypto';
import { BadRequest } from '../bad-request.ts';
import { type Core, readCall } from '../core.ts';
import type { Outcome } from '../ledger/entry.ts';
import { replyTo } from '../reply/answer-call.ts';
import { failure } from '../reply/failure.ts';
import { failByStatus } from '../reply/send-broken.ts';
import type { ModelRoute } from '../route.ts';

export type BatchLine = { id: string; path: string; route: ModelRoute; body: unknown };

export type LineResult =
  | { kind: 'answered'; body: unknown }
  | { kind: 'failed'; status: number; body: unknown }
  /** Nothing came of it, and the provider says so. */
  | { kind: 'broken' | 'expired' | 'cancelled' }
  /** In none of the results. */
  | { kind: 'lost' };

/** One line of a batch, by the same chances as a request of its own. What happens to a
 *  connection otherwise happens to the line here. */
export function answerLine(core: Core, { id, path, route, body }: BatchLine): LineResult {
  const text = JSON.stringify(body) ?? '';
  const received = { bytes: Buffer.byteLength(text), bodySha256: hash('sha256', text) };
  const requestId = /^[\w.:/-]{1,200}$/.test(id) ? id : null;
  const { name } = route.dialect;
  const line = { path, requestId, ...received };
  try {
    const { call, decision, asked } = readCall(core, route, body, received.bodySha256);
    const end = (outcome: Outcome, status: number | null, outputTokens = 0) =>
      core.ledger.line({ ...line, ...asked, outcome, status, outputTokens });
    const { fault } = decision;
    if (fault !== null) {
      const told = (status: number, message: string) => failure(name, status, message);
      const failed = failByStatus(fault, told, core.wishes, decision.random('how'));
      const result = failed
        ? { kind: 'failed' as const, status: failed.status, body: JSON.parse(failed.text) }
        : byConnection[fault];
      if (result) {
        end(fault, failed?.status ?? null);
        return result;
      }
    }
    const reply = replyTo(call, decision, core.wishes);
    end(fault ?? 'answer', 200, reply.outputTokens);
    return { kind: 'answered', body: call.render(reply) };
  } catch (error) {
    if (!(error instanceof BadRequest)) throw error;
    const nothing = { model: null, pictures: [], inputTokens: 0 };
    core.ledger.line({ ...line, ...nothing, outcome: 'bad-request', status: 400 });
    return { kind: 'failed', status: 400, body: failure(name, 400, error.message) };
  }
}

const broken: LineResult = { kind: 'broken' };

const byConnection: Partial<Record<Outcome, LineResult>> = {
  drop: { kind: 'lost' },
  hang: { kind: 'expired' },
  ...{ truncate: broken, trickle: broken, redirect: broken },
  ...{ garbage: broken, halfjson: broken, html: broken },
};
