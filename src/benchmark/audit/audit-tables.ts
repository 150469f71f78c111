import { prepare } from './context.ts';
import type { Audit, Finding } from './finding.ts';
import { readTables } from './reading/read-tables.ts';
import { TABLE } from './reading/tables.ts';
import { rules } from './rules/index.ts';

/** Recomputes every figure of a file of published tables that follows from others. A file of
 *  another shape is refused with a `SpinemedError` that names the place. */
export function auditTables(tables: unknown): Audit {
  const context = prepare(readTables(tables));
  const findings = rules.flatMap(rule => rule(context));
  return { findings: findings.sort((a, b) => placeOf(a) - placeOf(b)) };
}

const order: string[] = Object.values(TABLE);

function placeOf({ table }: Finding): number {
  return order.includes(table) ? order.indexOf(table) : order.length;
}
