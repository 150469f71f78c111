import type { LedgerEntry, LedgerTotals, LedgerView, Outcome } from './entry.ts';
import { createWindow } from './window.ts';

export type Ledger = {
  /** A request whose headers have come. */
  begin(request: Came, asksModel: boolean): LedgerEntry;
  /** The body, whatever is in it. */
  receive(entry: LedgerEntry, body: Received): void;
  /** What was asked of a model. */
  read(entry: LedgerEntry, asked: Asked): void;
  end(entry: LedgerEntry, ended: Ended): void;
  /** A line of a batch, which no connection carries. */
  line(line: { path: string; requestId: string | null } & Received & Asked & Ended): void;
  totals(): LedgerTotals;
  page(since: number, limit: number): LedgerView;
  reset(): void;
};

type Came = Pick<LedgerEntry, 'method' | 'path' | 'requestId'>;
type Received = Pick<LedgerEntry, 'bodySha256' | 'bytes'>;
type Asked = Pick<LedgerEntry, 'model' | 'pictures' | 'inputTokens'>;
type Ended = {
  outcome: Outcome;
  status: number | null;
  outputTokens?: number;
  clientLeft?: boolean;
};

export const keptRequests = 200_000;

export function createLedger(kept = keptRequests): Ledger {
  let state = blank();
  const add = (request: Came): LedgerEntry => {
    const entry: LedgerEntry = {
      n: state.next++,
      at: nowMs(),
      endedAt: null,
      ...request,
      ...{ model: null, bodySha256: null, bytes: 0, pictures: [], inputTokens: 0 },
      ...{ outputTokens: 0, outcome: null, status: null, clientLeft: false },
    };
    state.ring[entry.n % kept] = entry;
    return entry;
  };
  const receive = (entry: LedgerEntry, { bytes, bodySha256 }: Received) => {
    entry.bytes = bytes;
    entry.bodySha256 = bodySha256;
    state.totals.bytes += bytes;
  };
  const read = (entry: LedgerEntry, { model, pictures, inputTokens }: Asked) => {
    entry.model = model;
    entry.pictures = pictures;
    entry.inputTokens = inputTokens;
    const { totals } = state;
    totals.inputTokens += inputTokens;
    totals.pictures += pictures.length;
  };
  const close = (entry: LedgerEntry, ended: Ended) => {
    entry.endedAt = nowMs();
    entry.outcome = ended.outcome;
    entry.status = ended.status;
    entry.outputTokens = ended.outputTokens ?? 0;
    entry.clientLeft = ended.clientLeft ?? false;
    const { totals } = state;
    totals.outputTokens += entry.outputTokens;
    if (entry.clientLeft) totals.clientsLeft++;
    count(totals.byOutcome, ended.outcome);
    count(totals.byStatus, String(ended.status ?? 'none'));
  };
  return {
    begin(request, asksModel) {
      const entry = add(request);
      const { totals, second, underWay } = state;
      totals.requests++;
      if (!asksModel) return entry;
      underWay.add(entry);
      totals.modelCalls++;
      totals.inFlight++;
      totals.peakInFlight = Math.max(totals.peakInFlight, totals.inFlight);
      totals.mostInOneSecond = Math.max(totals.mostInOneSecond, second.add(entry.at, 1));
      return entry;
    },
    receive(entry, body) {
      if (isOfThisReset(entry)) receive(entry, body);
    },
    read(entry, asked) {
      if (!isOfThisReset(entry)) return;
      read(entry, asked);
      const { totals, minute } = state;
      const tokens = minute.add(nowMs(), asked.inputTokens);
      totals.mostInputTokensInOneMinute = Math.max(totals.mostInputTokensInOneMinute, tokens);
    },
    end(entry, ended) {
      if (!isOfThisReset(entry)) return;
      close(entry, ended);
      if (state.underWay.delete(entry)) state.totals.inFlight--;
    },
    line({ path, requestId, ...line }) {
      const entry = add({ method: 'BATCH', path, requestId });
      state.totals.batchLines++;
      receive(entry, line);
      read(entry, line);
      close(entry, line);
    },
    totals: () => structuredClone(state.totals),
    page(since, limit) {
      const keptFrom = Math.max(state.first, state.next - kept);
      const from = Math.max(since, keptFrom);
      const to = Math.min(state.next, from + limit);
      const requests: LedgerEntry[] = [];
      for (let n = from; n < to; n++) requests.push({ ...state.ring[n % kept]! });
      return {
        totals: structuredClone(state.totals),
        requests,
        keptFrom,
        next: to < state.next ? to : null,
      };
    },
    // Numbers go on, so that a request under way at the reset is told from a later one.
    reset() {
      state = blank(state.next);
    },
  };

  function isOfThisReset(entry: LedgerEntry): boolean {
    return entry.n >= state.first;
  }
}

function blank(first = 0) {
  const totals: LedgerTotals = {
    ...{ requests: 0, modelCalls: 0, inFlight: 0, peakInFlight: 0, mostInOneSecond: 0 },
    ...{ mostInputTokensInOneMinute: 0, batchLines: 0, inputTokens: 0, outputTokens: 0 },
    ...{ bytes: 0, pictures: 0, clientsLeft: 0, byOutcome: {}, byStatus: {} },
  };
  return {
    first,
    next: first,
    ring: [] as LedgerEntry[],
    totals,
    second: createWindow(1000),
    minute: createWindow(60_000),
    underWay: new Set<LedgerEntry>(),
  };
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

/** Fractions, since thousands come in a second; a clock that nobody sets back. */
export function nowMs(): number {
  return Math.round((performance.timeOrigin + performance.now()) * 1000) / 1000;
}
