import { type FileHandle, open } from 'node:fs/promises';
import { nameOf, SpinemedError } from '../../errors/index.ts';
import { createPace } from './pace.ts';
import { readRetryAfter } from './read-retry-after.ts';
import { serviceError } from './service-error.ts';
import { type Settings, serviceAddress, userAgent } from './settings.ts';

export type Answer<T> = { is: 'here'; body: T } | { is: 'missing' } | { is: 'over-limit' };

export type Service = {
  read(path: string, limitBytes: number): Promise<Answer<Buffer>>;
  /** Into a file, for what may be larger than memory. */
  download(path: string, file: string, limitBytes: number): Promise<Answer<number>>;
  /** An answer that came and was of no use is a failure like any other: the error to throw. */
  mistrust(path: string): SpinemedError;
};

/** After so many failures in a row it is no accident of a single article. */
const mostFailures = 12;
const mostHops = 5;
const longestPauseMs = 60_000;
const longestWaitMs = 15 * 60_000;

export function openService(settings: Settings, signal: AbortSignal): Service {
  const base = serviceAddress(settings);
  const headers = { 'user-agent': userAgent(settings), accept: '*/*' };
  const hosts = new Set([base.host, ...settings.redirectHosts]);
  const pace = createPace(settings.requestsPerSecond);
  let failures = 0;
  let failuresBefore = 0;

  const failed = (error: SpinemedError, retryAfterMs?: number): SpinemedError => {
    failures++;
    if (retryAfterMs !== undefined && retryAfterMs > longestWaitMs)
      return serviceError('europepmc-wait', error.place!);
    const pauseMs = Math.min(settings.backoffMs * 2 ** (failures - 1), longestPauseMs);
    pace.holdBack(retryAfterMs ?? pauseMs);
    return failures < mostFailures ? error : serviceError('europepmc-down', error.place!, error);
  };

  const answered = () => {
    failuresBefore = failures;
    failures = 0;
  };

  const refused = ({ status, headers }: Response, place: string): SpinemedError => {
    const where = `${place}, status ${status}`;
    const passes = status === 408 || status === 429 || status >= 500;
    if (!passes) return serviceError('europepmc-refused', where);
    const code = status === 500 ? 'europepmc-broken' : 'europepmc-busy';
    return failed(serviceError(code, where), readRetryAfter(headers.get('retry-after')));
  };

  /** Sends a request and hands its body over piece by piece. */
  const ask = async (
    path: string,
    limitBytes: number,
    take: (piece: Uint8Array) => Promise<void> | void,
  ): Promise<Answer<number>> => {
    const place = path.replace(/\?.*$/, '');
    await pace.turn(signal);
    const watch = startWatch(settings, signal);
    try {
      const response = await follow(new URL(path, base), place, watch.signal);
      watch.alive();
      if (!response.ok) await response.body?.cancel();
      if ([404, 410].includes(response.status)) {
        answered();
        return { is: 'missing' };
      }
      if (!response.ok) throw refused(response, place);
      const bytes = await drain(response, limitBytes, watch.alive, take);
      answered();
      return bytes === undefined ? { is: 'over-limit' } : { is: 'here', body: bytes };
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof SpinemedError) throw error;
      const code = watch.signal.aborted ? 'europepmc-slow' : 'europepmc-unreachable';
      throw failed(serviceError(code, place, error));
    } finally {
      watch.stop();
    }
  };

  const follow = async (start: URL, place: string, requestSignal: AbortSignal) => {
    let url = start;
    for (let hop = 0; hop <= mostHops; hop++) {
      if (hop > 0) await pace.turn(signal);
      const response = await fetch(url, { redirect: 'manual', headers, signal: requestSignal });
      if (response.status < 300 || response.status > 399) return response;
      await response.body?.cancel();
      const next = URL.parse(response.headers.get('location') ?? '', url);
      const isSafe = next && (next.protocol === 'https:' || next.protocol === url.protocol);
      if (!isSafe || !hosts.has(next.host) || next.username || next.password) break;
      url = next;
    }
    throw serviceError('europepmc-redirect', place);
  };

  return {
    async read(path, limitBytes) {
      const pieces: Uint8Array[] = [];
      const answer = await ask(path, limitBytes, piece => void pieces.push(piece));
      return answer.is === 'here' ? { is: 'here', body: Buffer.concat(pieces) } : answer;
    },
    async download(path, file, limitBytes) {
      await using handle = await open(file, 'w');
      return await ask(path, limitBytes, piece => writePiece(handle, piece, file));
    },
    mistrust(path) {
      failures = failuresBefore;
      return failed(serviceError('europepmc-answer', path.replace(/\?.*$/, '')));
    },
  };
}

async function writePiece(handle: FileHandle, piece: Uint8Array, file: string): Promise<void> {
  try {
    await handle.writeFile(piece);
  } catch (error) {
    throw new SpinemedError({
      code: 'download-unwritable',
      mender: 'user',
      message: `a download cannot be written: ${nameOf(error)}`,
      place: file,
      hint: 'Make room on the disk of temporary files, or set TMPDIR to another.',
      cause: error,
    });
  }
}

/** undefined where there is more of it than is taken. */
async function drain(
  response: Response,
  limitBytes: number,
  alive: () => void,
  take: (piece: Uint8Array) => Promise<void> | void,
): Promise<number | undefined> {
  if (Number(response.headers.get('content-length')) > limitBytes) {
    await response.body?.cancel();
    return undefined;
  }
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    alive();
    bytes += piece.length;
    // Leaving the loop cancels the body.
    if (bytes > limitBytes) return undefined;
    await take(piece);
  }
  return bytes;
}

/** Aborts a request that stands still or never ends. */
function startWatch({ idleMs, requestMs }: Settings, signal: AbortSignal) {
  const late = new AbortController();
  const total = setTimeout(() => late.abort(), requestMs);
  let idle = setTimeout(() => late.abort(), idleMs);
  return {
    signal: AbortSignal.any([signal, late.signal]),
    alive() {
      clearTimeout(idle);
      idle = setTimeout(() => late.abort(), idleMs);
    },
    stop() {
      clearTimeout(total);
      clearTimeout(idle);
    },
  };
}
