import type pg from 'pg';
import { uuidOf } from '../../identity/index.ts';
import { type CopyValue, copyIn } from '../copy.ts';
import type { Source } from './collector.ts';
import type { DataClass } from './kind.ts';
import { isReject, type Outcome } from './outcome.ts';
import type { Step } from './recipe.ts';
import { lockOutput } from './transaction.ts';

/** An input dealt with: where it stands in provenance, and what became of it. */
export type Handled = {
  input: string;
  /** What made things point to: the input itself, or the source that an offer comes from. */
  parents: readonly string[];
  class: DataClass;
  outcomes: readonly Outcome[];
};

const columns = {
  things: ['id', 'step', 'kind', 'class', 'data', 'blobs'],
  provenance: ['thing', 'input'],
  ledger: ['step', 'input', 'made', 'rejected'],
  rejects: ['step', 'input', 'reason', 'place', 'code'],
} as const;

/** Writes what became of some inputs, with its provenance and counts, in the transaction
 *  that `client` is in: all of it or nothing. */
export async function record(
  client: pg.PoolClient,
  step: Step,
  number: number,
  handled: readonly Handled[],
): Promise<void> {
  const rows = rowsOf(step, number, handled);
  await lockOutput(client, number, 'write');
  await copyIn(client, 'things', columns.things, rows.things);
  await copyIn(client, 'provenance', columns.provenance, rows.provenance);
  await copyIn(client, 'ledger', columns.ledger, rows.ledger);
  await copyIn(client, 'rejects', columns.rejects, rows.rejects);
  await countRejects(client, number, rows.reasons);
  const passed = rows.ledger.length - rows.rejectedInputs;
  await client.query(
    `update stage_counts set passed = passed + $2, rejected = rejected + $3, made = made + $4,
       parts_rejected = parts_rejected + $5, updated_at = now() where step = $1`,
    [number, passed, rows.rejectedInputs, rows.things.length, rows.partsRejected],
  );
}

function rowsOf(step: Step, number: number, handled: readonly Handled[]) {
  const rows = {
    things: [] as CopyValue[][],
    provenance: [] as CopyValue[][],
    ledger: [] as CopyValue[][],
    rejects: [] as CopyValue[][],
    reasons: new Map<string, number>(),
    rejectedInputs: 0,
    partsRejected: 0,
  };
  for (const { input, parents, class: inputClass, outcomes } of handled) {
    let made = 0;
    outcomes.forEach((outcome, position) => {
      if (isReject(outcome)) {
        rows.rejects.push([
          number,
          input,
          outcome.rejected,
          outcome.place ?? null,
          outcome.code ?? null,
        ]);
        rows.reasons.set(outcome.rejected, (rows.reasons.get(outcome.rejected) ?? 0) + 1);
        return;
      }
      made++;
      const id = uuidOf(`${step.id}/${input}/${position}`);
      rows.things.push([
        id,
        number,
        outcome.kind.name,
        inputClass,
        { json: outcome.data },
        outcome.blobs,
      ]);
      for (const parent of new Set([...parents, ...outcome.from]))
        rows.provenance.push([id, parent]);
    });
    const rejected = outcomes.length - made;
    if (made === 0) rows.rejectedInputs++;
    else rows.partsRejected += rejected;
    rows.ledger.push([number, input, made, rejected]);
  }
  return rows;
}

async function countRejects(
  client: pg.PoolClient,
  number: number,
  reasons: ReadonlyMap<string, number>,
): Promise<void> {
  if (reasons.size === 0) return;
  await client.query(
    `insert into reject_counts (step, reason, count)
     select $1, reason, count from unnest($2::text[], $3::bigint[]) given (reason, count) order by reason
     on conflict (step, reason) do update set count = reject_counts.count + excluded.count`,
    [number, [...reasons.keys()], [...reasons.values()]],
  );
}

/** The class is part of it: what was collected as licensed and is clinical after all is
 *  collected again, and everything made of it is made again under the stricter rules. */
export function sourceId(source: Source): string {
  return uuidOf(`source/${source.kind}/${source.class}/${source.origin}`);
}
