import { Agent, buildConnector, EnvHttpProxyAgent } from 'undici';
import { AddressRefused } from './address-refused.ts';
import { boundAnswer } from './bound-answer.ts';
import { postBody } from './post-body.ts';

export type Connections = { fetch: typeof fetch; close(): Promise<void> };

const connectTimeoutMs = 10_000;
/** The results of a batch are the largest answers there are; what is larger never ends. */
const largestAnswerBytes = 128 * 1024 * 1024;

/** Connections to one model. With a guard every socket is looked at once it is connected, and
 *  closed before a byte of the request is written if its far end is not where it may be:
 *  whatever name the address had. Redirects are answers here, never followed. */
export function openConnections(options: {
  guard: ((address: string) => boolean) | undefined;
  timeoutMs: number;
}): Connections {
  const { guard, timeoutMs } = options;
  const limits = {
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxResponseSize: largestAnswerBytes,
  };
  const agent = guard
    ? new Agent({ ...limits, connect: guardedConnector(guard) })
    : new EnvHttpProxyAgent({
        ...limits,
        connect: { timeout: connectTimeoutMs },
        noProxy: ['127.0.0.1', 'localhost', '::1', process.env.NO_PROXY ?? process.env.no_proxy]
          .filter(Boolean)
          .join(','),
      });
  return {
    async fetch(input, init) {
      const { method, body } = init ?? {};
      if (method === 'POST' && (typeof body === 'string' || body instanceof Uint8Array)) {
        const limits = { dispatcher: agent, mostBytes: largestAnswerBytes };
        return postBody(String(input), { ...init, body }, limits);
      }
      const options = { ...init, redirect: 'manual', dispatcher: agent } as RequestInit;
      // The global one, so that forms and streams of the providers are its own.
      return boundAnswer(await fetch(input, options), largestAnswerBytes);
    },
    close: () => agent.destroy(),
  };
}

function guardedConnector(guard: (address: string) => boolean): buildConnector.connector {
  const connect = buildConnector({ timeout: connectTimeoutMs });
  return (target, done) =>
    connect(target, (error, socket) => {
      if (error) return done(error, null);
      if (guard(socket.remoteAddress ?? '')) return done(null, socket);
      socket.destroy();
      return done(new AddressRefused(), null);
    });
}
