import type { RunStep } from '../../contracts/benchmark/index.ts';
import type { HeardLine } from './read-answers.ts';

type StepUsage = {
  requests: number;
  answered: number;
  /** Requests that no whole answer came to. */
  lost: number;
  rejected: number;
  inputTokens: number | null;
  outputTokens: number | null;
  /** null: of some request nobody knows the price. */
  costUsd: number | null;
  meanLatencyMs: number | null;
};

export type Usage = Partial<Record<RunStep, StepUsage>>;

/** What a run took, step by step, from its lines as they go by on their way to somebody else. */
export function countUsage(): {
  of(lines: AsyncIterable<HeardLine>): AsyncGenerator<HeardLine>;
  usage: Usage;
} {
  const usage: Usage = {};
  const latency = new Map<RunStep, number>();
  return {
    usage,
    async *of(lines) {
      for await (const line of lines) {
        const so = usage[line.step] ?? none();
        usage[line.step] = so;
        noteLine(so, line, latency);
        yield line;
      }
    },
  };
}

function noteLine(so: StepUsage, line: HeardLine, latency: Map<RunStep, number>): void {
  if (line.attempt > 0) so.requests++;
  if (line.status === 'lost') so.lost++;
  if (line.status === 'rejected') so.rejected++;
  so.costUsd = add(so.costUsd, line.costUsd);
  if (line.status !== 'answered' || line.attempt === 0) return;
  so.answered++;
  so.inputTokens = add(so.inputTokens, line.tokens.input);
  so.outputTokens = add(so.outputTokens, line.tokens.output);
  latency.set(line.step, (latency.get(line.step) ?? 0) + line.latencyMs);
  so.meanLatencyMs = latency.get(line.step)! / so.answered;
}

const none = (): StepUsage => ({
  requests: 0,
  answered: 0,
  lost: 0,
  rejected: 0,
  inputTokens: 0,
  outputTokens: 0,
  costUsd: 0,
  meanLatencyMs: null,
});

function add(sum: number | null, value: number | null): number | null {
  return sum === null || value === null ? null : sum + value;
}
