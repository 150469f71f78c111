import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../chance/random.ts';
import type { Core } from '../core.ts';
import { answerLine, type BatchLine, type LineResult } from './answer-line.ts';

export type Batch = {
  id: string;
  createdAtMs: number;
  total: number;
  /** In another order than they were asked in. */
  results: Array<{ id: string; result: LineResult }>;
  endedAtMs: number | null;
  cancelledAtMs: number | null;
  cancel(): void;
};

// So many that requests beside it wait no longer than a few milliseconds.
const linesAtOnce = 20;

/** Answers the lines in the time that a batch takes, and beside everything else. */
export function runBatch(core: Core, lines: BatchLine[]): Batch {
  // Taken away as they are answered: what was asked is not kept.
  const waiting = shuffle(lines, core.wishes.seed);
  const batch: Batch = {
    id: randomUUID().replaceAll('-', ''),
    createdAtMs: Date.now(),
    total: lines.length,
    results: [],
    ...{ endedAtMs: null, cancelledAtMs: null },
    cancel() {
      if (batch.endedAtMs !== null) return;
      for (const { id } of waiting.splice(0))
        batch.results.push({ id, result: { kind: 'cancelled' } });
      batch.cancelledAtMs = Date.now();
      batch.endedAtMs = batch.cancelledAtMs;
    },
  };
  void work(core, batch, waiting);
  return batch;
}

async function work(core: Core, batch: Batch, waiting: BatchLine[]): Promise<void> {
  const { createdAtMs, total, results } = batch;
  while (waiting.length > 0) {
    const count = Math.min(linesAtOnce, waiting.length);
    const dueMs = createdAtMs + (core.wishes.batchMs * (results.length + count)) / total;
    await sleep(Math.max(0, dueMs - Date.now()), null, { ref: false });
    for (let left = count; left > 0; left--) {
      const line = waiting.pop();
      if (line) results.push({ id: line.id, result: answerLine(core, line) });
    }
  }
  batch.endedAtMs ??= Date.now();
}

function shuffle(lines: BatchLine[], seed: string): BatchLine[] {
  const random = createRandom(seed, 'order', lines.length);
  const order = [...lines];
  for (let left = order.length - 1; left > 0; left--) {
    const other = random.below(left + 1);
    [order[left], order[other]] = [order[other]!, order[left]!];
  }
  return order;
}
