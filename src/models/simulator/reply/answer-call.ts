import { compose } from '../answers/compose.ts';
import type { Call, Dialect, Reply } from '../ask.ts';
import type { Decision } from '../chance/create-decider.ts';
import { countTokens } from '../dialects/measure.ts';
import { nowMs } from '../ledger/create-ledger.ts';
import type { Wishes } from '../settings.ts';
import type { Exchange } from './exchange.ts';
import { failure } from './failure.ts';
import { json, type Payload, send, stream } from './send.ts';
import { drop, failByStatus, redirect, spoil, trickle, truncate } from './send-broken.ts';
import { wait } from './wait.ts';

/** Answers a request to a model, well or as badly as was decided. */
export async function answerCall(
  exchange: Exchange,
  { call, dialect, decision }: { call: Call; dialect: Dialect; decision: Decision },
  wishes: Wishes,
): Promise<void> {
  const { fault, latencyMs } = decision;
  // A server that is full says so at once.
  const slow = fault !== '429' && fault !== '529';
  if (slow && !(await wait(exchange, latencyMs))) return;
  const random = decision.random('how');
  if (fault !== null) {
    const told = (status: number, message: string) => failure(dialect.name, status, message);
    const failed = failByStatus(fault, told, wishes, random);
    if (failed) return send(exchange, failed, { outcome: fault });
    if (fault === 'drop') return drop(exchange);
    if (fault === 'redirect') return redirect(exchange, wishes, random);
    // Stays open until the client gives up.
    if (fault === 'hang') {
      exchange.hangs = true;
      return;
    }
  }
  const reply = replyTo(call, decision, wishes);
  const about = { outcome: fault ?? ('answer' as const), outputTokens: reply.outputTokens };
  const speakMs = (reply.outputTokens / wishes.tokensPerSecond) * 1000;
  const streams = call.ask.stream && call.frames !== undefined;
  const frames = streams ? call.frames!(reply) : [];
  const whole: Payload = streams
    ? { status: 200, type: 'text/event-stream', text: frames.join('') }
    : json(200, call.render(reply));
  if (fault === 'truncate') return truncate(exchange, whole, !streams);
  if (fault === 'trickle') return trickle(exchange, whole, wishes, about);
  const spoilt = fault === null ? null : spoil(fault, whole, random);
  if (spoilt) return send(exchange, spoilt, about);
  if (streams) return stream(exchange, frames, speakMs, about);
  if (await wait(exchange, speakMs)) send(exchange, whole, about);
}

/** What a plain answer or a line of a batch says. */
export function replyTo(
  { ask }: Call,
  { fault, random, answerRandom }: Decision,
  { notation }: Wishes,
): Reply {
  const answers = Array.from({ length: ask.count }, (_, index) =>
    compose(ask, answerRandom(`answer ${index}`), fault, { notation }),
  );
  const bytes = answers.reduce((sum, answer) => sum + Buffer.byteLength(answer.text), 0);
  const id = random('id');
  return {
    id: `sim${id.below(2 ** 32).toString(36)}${id.below(2 ** 32).toString(36)}`,
    createdAtMs: nowMs(),
    answers,
    inputTokens: ask.inputTokens,
    outputTokens: countTokens(bytes),
  };
}
