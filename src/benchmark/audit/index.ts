import { fileURLToPath } from 'node:url';

export { auditTables } from './audit-tables.ts';
export { type Audit, auditSchema, type Finding, findingSchema, type Verdict } from './finding.ts';
export { renderAudit } from './render-audit.ts';

/** The tables that are audited when none are given: the two benchmarks' own, as printed. */
export const publishedTables: string = fileURLToPath(new URL('./published.json', import.meta.url));
