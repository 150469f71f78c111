import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Dialect } from './ask.ts';
import { BadRequest } from './bad-request.ts';
import { type Core, parseJson, readCall } from './core.ts';
import type { LedgerEntry, Outcome } from './ledger/entry.ts';
import { NotFound } from './not-found.ts';
import { answerCall } from './reply/answer-call.ts';
import type { Exchange } from './reply/exchange.ts';
import { failure } from './reply/failure.ts';
import { receiveBody } from './reply/receive-body.ts';
import { json, send } from './reply/send.ts';
import { sayWhen } from './reply/send-broken.ts';
import type { ModelRoute, Route } from './route.ts';

// How long a body that is too large is still let in, and thrown away.
const drainMs = 2000;

// A batch brings many requests at once.
const timesForBatches = 4;

/** From the first byte of a request to its end in the ledger. */
export async function handleRequest(
  core: Core,
  route: Route | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const entry = core.ledger.begin(came(request, route), route?.kind === 'model');
  const exchange = openExchange(core, request, response, entry);
  const dialect = nameOf(route);
  try {
    const times = route?.kind === 'service' ? timesForBatches : 1;
    const body = await receiveBody(request, core.wishes.bodyLimitBytes * times);
    if (body === null) return refuseLarge(exchange, dialect);
    core.ledger.receive(entry, { bytes: body.length, bodySha256: hash('sha256', body) });
    if (route === null) return fail(exchange, 404, 'There is nothing here.', 'unknown-path');
    if (route.kind === 'model') await askModel(core, route, exchange, body);
    else await route.service.serve(exchange, { body, ids: route.ids });
  } catch (error) {
    fail(exchange, ...describe(error), dialect);
  }
}

function describe(error: unknown): [status: number, message: string, outcome: Outcome] {
  if (error instanceof BadRequest) return [400, error.message, 'bad-request'];
  if (error instanceof NotFound) return [404, error.message, 'service'];
  return [500, 'The simulator broke.', 'defect'];
}

async function askModel(core: Core, route: ModelRoute, exchange: Exchange, body: Buffer) {
  const { dialect } = route;
  const { bodySha256 } = exchange.entry;
  const { call, decision, asked } = readCall(core, route, parseJson(body), bodySha256 ?? '');
  core.ledger.read(exchange.entry, asked);
  const waitMs = core.limits.admit(asked.inputTokens);
  if (waitMs !== null) {
    const told = failure(dialect.name, 429, 'Over the limit that the simulator was given.');
    const headers = sayWhen(waitMs, decision.random('limit'));
    return send(exchange, json(429, told, headers), { outcome: 'over-limit' });
  }
  exchange.admitted = true;
  await answerCall(exchange, { call, dialect, decision }, core.wishes);
}

function openExchange(
  { ledger, limits }: Core,
  request: IncomingMessage,
  response: ServerResponse,
  entry: LedgerEntry,
): Exchange {
  let isOver = false;
  const exchange: Exchange = {
    ...{ request, response, entry, hangs: false, admitted: false },
    left: () => response.closed || response.destroyed,
    end(ended) {
      // Asked here, not of the ledger: that may have started anew in between.
      if (isOver) return;
      isOver = true;
      ledger.end(entry, ended);
      if (exchange.admitted) limits.leave();
    },
  };
  response.once('close', () => {
    const status = response.headersSent ? response.statusCode : null;
    const outcome = exchange.hangs ? 'hang' : 'left';
    exchange.end({ outcome, status, clientLeft: true });
  });
  return exchange;
}

/** Only what is known to be no text of anybody's: an unknown path may be anything. */
function came({ method = '', url = '', headers }: IncomingMessage, route: Route | null) {
  const attempt = headers['x-spinemed-attempt'];
  return {
    method,
    path: route === null ? '(unknown)' : pathOf(url).slice(0, 300),
    requestId: typeof attempt === 'string' && /^[\w.:/-]{1,200}$/.test(attempt) ? attempt : null,
  };
}

export function pathOf(url: string): string {
  const end = url.search(/[?#]/);
  return end < 0 ? url : url.slice(0, end);
}

function refuseLarge(exchange: Exchange, dialect: Dialect['name']): void {
  const told = failure(dialect, 413, 'The body is larger than the simulator takes.');
  send(exchange, json(413, told, { connection: 'close' }), { outcome: 'too-large' });
  // Who is still sending would not see the answer on a connection that is cut at once.
  exchange.request.resume();
  setTimeout(() => exchange.request.destroy(), drainMs).unref();
}

function fail(
  exchange: Exchange,
  status: number,
  message: string,
  outcome: Outcome,
  dialect: Dialect['name'] = 'openai',
): void {
  if (exchange.response.headersSent) {
    exchange.end({ outcome, status: exchange.response.statusCode });
    exchange.request.destroy();
  } else send(exchange, json(status, failure(dialect, status, message)), { outcome });
}

function nameOf(route: Route | null): Dialect['name'] {
  if (route === null) return 'openai';
  return route.kind === 'model' ? route.dialect.name : route.service.dialect;
}
