import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SpinemedError } from '../../errors/index.ts';
import { createDecider } from './chance/create-decider.ts';
import { handleRequest, pathOf } from './handle-request.ts';
import { createLedger } from './ledger/create-ledger.ts';
import { createLimits } from './ledger/create-limits.ts';
import type { LedgerView } from './ledger/entry.ts';
import { serveLedger } from './ledger/serve-ledger.ts';
import { createRoutes } from './routes.ts';
import { readSettings, type SimulatorSettings } from './settings.ts';

export type Simulator = {
  /** Without `/v1`. */
  url: string;
  port: number;
  /** Everything that is kept. */
  ledger(): LedgerView;
  /** Does not wait for anybody. */
  close(): Promise<void>;
};

// Longer than any client keeps a connection: none is closed just as it is used again.
const keepAliveMs = 600_000;

/** A server that answers like the providers of models, and slows, fails and garbles on
 *  purpose. */
export async function startSimulator(settings: SimulatorSettings = {}): Promise<Simulator> {
  const wishes = readSettings(settings);
  const ledger = createLedger();
  const decider = createDecider(wishes);
  const core = { wishes, ledger, decider, limits: createLimits(wishes.limits) };
  const findRoute = createRoutes(core);
  const forgetful = {
    ...ledger,
    forget() {
      ledger.reset();
      decider.reset();
    },
  };
  const server = createServer({ keepAliveTimeout: keepAliveMs }, (request, response) => {
    if (serveLedger(request, response, forgetful)) return;
    const route = findRoute(request.method ?? '', pathOf(request.url ?? ''));
    void handleRequest(core, route, request, response);
  });
  await listen(server, wishes);
  const { port } = server.address() as AddressInfo;
  const host = wishes.host.includes(':') ? `[${wishes.host}]` : wishes.host;
  return {
    url: `http://${host}:${port}`,
    port,
    ledger: () => ledger.page(0, Infinity),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, { port, host }: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, port)));
    server.listen(port, host, resolve);
  });
}

function cannotListen(error: NodeJS.ErrnoException, port: number): unknown {
  const reasons: Record<string, { message: string; hint: string }> = {
    EADDRINUSE: {
      message: 'something else listens on this port',
      hint: 'Take another one, or --port 0 for any free one.',
    },
    EACCES: {
      message: 'this port may not be listened on',
      hint: 'Take one above 1023, or --port 0 for any free one.',
    },
    EADDRNOTAVAIL: { message: 'this machine has no such address', hint: 'See --host.' },
    ENOTFOUND: { message: 'this host name is not known', hint: 'See --host.' },
  };
  const reason = reasons[error.code ?? ''];
  if (!reason) return error;
  const code = error.code === 'EADDRINUSE' ? 'port-in-use' : 'cannot-listen';
  return new SpinemedError({ code, mender: 'user', place: `port ${port}`, ...reason });
}
