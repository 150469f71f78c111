import type { FaultName } from '../chance/faults.ts';
import type { Random } from '../chance/random.ts';
import type { Wishes } from '../settings.ts';
import type { Exchange } from './exchange.ts';
import { type About, headersOf, json, type Payload, send } from './send.ts';
import { wait } from './wait.ts';

type Told = (status: number, message: string) => unknown;

const statusMessages: Partial<Record<FaultName, string>> = {
  400: 'The simulator refuses this request on purpose.',
  401: 'The simulator does not accept this key on purpose.',
  429: 'The simulator asks to slow down on purpose.',
  500: 'The simulator fails on purpose.',
  502: 'The simulator is a bad gateway on purpose.',
  503: 'The simulator is not available on purpose.',
  529: 'The simulator is overloaded on purpose.',
};

/** An error status of the fault mix; null where the fault is of another kind. */
export function failByStatus(
  fault: FaultName,
  told: Told,
  wishes: Wishes,
  random: Random,
): Payload | null {
  const message = statusMessages[fault];
  if (message === undefined) return null;
  const headers = fault === '429' ? sayWhen(wishes.retryAfterMs, random) : undefined;
  return json(Number(fault), told(Number(fault), message), headers);
}

/** Providers say it in one of three ways. */
export function sayWhen(ms: number, random: Random): Record<string, string> {
  const seconds = String(Math.ceil(ms / 1000));
  const ways = [
    { 'retry-after': seconds },
    // A date has no fractions: the second after the one in which the wait ends.
    { 'retry-after': new Date(Math.ceil((Date.now() + ms) / 1000) * 1000).toUTCString() },
    { 'retry-after': seconds, 'retry-after-ms': String(Math.ceil(ms)) },
  ];
  return random.pick(ways);
}

/** Bodies that no client can use, with an honest length. */
export function spoil(fault: FaultName, whole: Payload, random: Random): Payload | null {
  if (fault === 'garbage')
    return { ...whole, text: `\u0001${random.next().toString(36)}<<< simulated noise }{][` };
  if (fault === 'halfjson') return { ...whole, text: half(whole.text) };
  if (fault === 'html') {
    const status = random.pick([200, 502]);
    const text =
      '<html><head><title>Bad Gateway</title></head><body><h1>Simulated proxy error</h1></body></html>\n';
    return { status, type: 'text/html; charset=utf-8', text };
  }
  return null;
}

/** The connection ends before a byte is said. */
export function drop({ request, end }: Exchange): void {
  end({ outcome: 'drop', status: null });
  request.socket.resetAndDestroy();
}

/** Half of an answer that was announced whole. */
export function truncate(exchange: Exchange, whole: Payload, honestLength: boolean): void {
  const { request, response } = exchange;
  const headers = headersOf(whole);
  if (!honestLength) delete headers['content-length'];
  response.writeHead(whole.status, headers);
  response.write(half(whole.text), () => {
    // A reset that overtakes the bytes would make this a drop.
    setTimeout(() => {
      exchange.end({ outcome: 'truncate', status: whole.status });
      request.socket.resetAndDestroy();
    }, 10);
  });
}

const trickles = 20;

/** All of it, drop by drop. */
export async function trickle(
  exchange: Exchange,
  whole: Payload,
  { trickleMs }: Wishes,
  about: About,
): Promise<void> {
  const { response } = exchange;
  const bytes = Buffer.from(whole.text);
  response.writeHead(whole.status, headersOf(whole));
  const size = Math.max(1, Math.ceil(bytes.length / trickles));
  for (let start = 0; start < bytes.length - size; start += size) {
    response.write(bytes.subarray(start, start + size));
    if (!(await wait(exchange, trickleMs / trickles))) return;
  }
  if (exchange.left()) return;
  exchange.end({ ...about, status: whole.status });
  response.end(bytes.subarray((Math.ceil(bytes.length / size) - 1) * size));
}

/** To another address, with the method kept or not. */
export function redirect(exchange: Exchange, { redirectTo }: Wishes, random: Random): void {
  const status = random.pick([302, 307, 308]);
  const headers = { location: redirectTo };
  send(exchange, { status, type: 'text/plain', text: '', headers }, { outcome: 'redirect' });
}

function half(text: string): string {
  return text.slice(0, Math.max(1, Math.floor(text.length / 2)));
}
