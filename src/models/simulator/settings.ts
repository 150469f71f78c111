import { SpinemedError } from '../../errors/index.ts';
import { type NotationName, notationNames } from './answers/notations.ts';
import type { FaultShares } from './chance/faults.ts';
import { type Latency, parseLatency } from './chance/latency.ts';
import { parseFaults } from './chance/parse-faults.ts';
import type { LimitWishes } from './ledger/create-limits.ts';

/** Everything may be left out: then it answers at once, and right. */
export type SimulatorSettings = LimitWishes & {
  /** 0: any free one. */
  port?: number | undefined;
  host?: string | undefined;
  seed?: string | number | undefined;
  /** Milliseconds, or as on the command line: `50-400`, `lognormal:200:0.5`. */
  latency?: string | number | undefined;
  tokensPerSecond?: number | undefined;
  /** As on the command line: `0.3`, `429=0.1,drop=0.05`. */
  faults?: string | number | undefined;
  notation?: string | undefined;
  /** Whether the same question gets another answer each time. */
  vary?: boolean | undefined;
  /** What a 429 of the fault mix asks to wait. */
  retryAfterMs?: number | undefined;
  /** How long a trickling answer takes. */
  trickleMs?: number | undefined;
  /** Where the fault `redirect` sends to. */
  redirectTo?: string | undefined;
  /** How long a batch takes at least. */
  batchMs?: number | undefined;
  bodyLimitBytes?: number | undefined;
};

/** The same, read and filled in. */
export type Wishes = {
  limits: LimitWishes;
  port: number;
  host: string;
  seed: string;
  latency: Latency;
  tokensPerSecond: number;
  faults: FaultShares;
  notation: NotationName | null;
  vary: boolean;
  retryAfterMs: number;
  trickleMs: number;
  redirectTo: string;
  batchMs: number;
  bodyLimitBytes: number;
};

const mebibyte = 2 ** 20;

export function readSettings(given: SimulatorSettings): Wishes {
  const { requestsPerMinute, tokensPerMinute, maxConcurrency } = given;
  const faults = parseFaults(String(given.faults ?? ''));
  const redirectTo = given.redirectTo ?? '';
  if ((faults.get('redirect') ?? 0) > 0 && !URL.canParse(redirectTo))
    throw new SpinemedError({
      code: 'bad-redirect',
      mender: 'user',
      message: 'the fault redirect needs an address to send to',
      place: '--redirect-to',
      hint: 'Give one, as http://localhost:9999/v1.',
    });
  return {
    limits: { requestsPerMinute, tokensPerMinute, maxConcurrency },
    port: given.port ?? 0,
    host: given.host ?? '127.0.0.1',
    seed: String(given.seed ?? 0),
    latency: parseLatency(String(given.latency ?? 0)),
    tokensPerSecond: given.tokensPerSecond ?? Infinity,
    faults,
    notation: readNotation(given.notation),
    vary: given.vary ?? false,
    retryAfterMs: given.retryAfterMs ?? 1000,
    trickleMs: given.trickleMs ?? 2000,
    redirectTo,
    batchMs: given.batchMs ?? 1000,
    bodyLimitBytes: given.bodyLimitBytes ?? 64 * mebibyte,
  };
}

function readNotation(name: string | undefined): NotationName | null {
  if (name === undefined) return null;
  const known = notationNames.find(one => one === name);
  if (known) return known;
  throw new SpinemedError({
    code: 'bad-notation',
    mender: 'user',
    message: 'there is no such notation',
    place: '--notation',
    hint: `There are: ${notationNames.join(' ')}.`,
  });
}
