import { once } from 'node:events';
import { type Command, InvalidArgumentError } from 'commander';
import type { LedgerTotals } from '../../models/simulator/index.ts';
import { note, print } from '../print.ts';
import { readPort } from './up.ts';

type Options = {
  port: number;
  host: string;
  seed: string;
  latency: string;
  faults?: string;
  notation?: string;
  vary: boolean;
  tokensPerSecond?: number;
  rpm?: number;
  tpm?: number;
  maxConcurrency?: number;
  retryAfter: number;
  trickle: number;
  batchTime: number;
  bodyLimit: number;
  redirectTo?: string;
  json: boolean;
};

export function simulateModel(program: Command): void {
  program
    .command('simulate-model')
    .option('--port <n>', 'the port (0: any free one)', readPort, 8765)
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--seed <s>', 'what all chance follows from', '0')
    .option('--latency <ms>', 'as 200, 50-400, or lognormal:200:0.5 (median and sigma)', '0')
    .option('--tokens-per-second <n>', 'how fast it speaks (else at once)', readAmount)
    .option('--faults <shares>', 'as 0.3 for a mix, or 429=0.1,drop=0.05')
    .option('--rpm <n>', 'requests a minute that it takes', readAmount)
    .option('--tpm <n>', 'input tokens a minute that it takes', readAmount)
    .option('--max-concurrency <n>', 'requests at once that it takes', readAmount)
    .option('--notation <name>', 'always write the chosen option this way (else every way)')
    .option('--vary', 'another answer each time that the same is asked', false)
    .option('--retry-after <ms>', 'what the fault 429 asks to wait', readMs, 1000)
    .option('--trickle <ms>', 'how long the fault trickle takes', readMs, 2000)
    .option('--redirect-to <url>', 'where the fault redirect sends to')
    .option('--batch-time <ms>', 'how long a batch takes at least', readMs, 1000)
    .option('--body-limit <bytes>', 'the largest body that it takes', readAmount, 64 * 2 ** 20)
    .option('--json', 'where it listens, as JSON', false)
    .description('A model server that answers, slows, fails and garbles on purpose, until Ctrl-C.')
    .addHelpText(
      'after',
      '\nExample:  ./spinemed simulate-model --port 8765 --latency 50-400 --faults 429=0.1,drop=0.05' +
        '\n\nIt speaks the dialects of OpenAI, Anthropic and Google; what it received: GET /ledger.',
    )
    .action(run);
}

async function run(options: Options): Promise<void> {
  const { startSimulator } = await import('../../models/simulator/index.ts');
  const { rpm, tpm, retryAfter, trickle, batchTime, bodyLimit, json, ...same } = options;
  // Listened to first: whoever reads the address may end us at once.
  const ended = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const simulator = await startSimulator({
    ...same,
    requestsPerMinute: rpm,
    tokensPerMinute: tpm,
    retryAfterMs: retryAfter,
    trickleMs: trickle,
    batchMs: batchTime,
    bodyLimitBytes: bodyLimit,
  });
  const { url, port } = simulator;
  if (!['127.0.0.1', '::1', 'localhost'].includes(options.host))
    note('Others can reach it: it asks for no key, and shows its ledger to everyone.');
  print(json ? JSON.stringify({ url, port }) : `The simulator listens at ${url}/v1`);
  await ended;
  await simulator.close();
  note(summarise(simulator.ledger().totals));
}

function summarise({ requests, batchLines, peakInFlight, ...rest }: LedgerTotals): string {
  const outcomes = Object.entries(rest.byOutcome).map(([name, count]) => `${name} ${count}`);
  const lines = batchLines > 0 ? `, ${batchLines} lines of batches` : '';
  const most = `at most ${peakInFlight} at once, ${rest.mostInOneSecond} in a second`;
  return `${requests} requests${lines}; ${most}. ${outcomes.join(', ')}`.trimEnd();
}

function readAmount(text: string): number {
  const value = Number(text);
  if (text !== '' && Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError('Give a number above 0.');
}

function readMs(text: string): number {
  const value = Number(text);
  if (text !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new InvalidArgumentError('Give milliseconds, 0 or more.');
}
