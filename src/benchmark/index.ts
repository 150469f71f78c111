export { extractAnswer, readResponseLine } from './answers/index.ts';
export { auditTables, publishedTables, renderAudit } from './audit/index.ts';
export * from './roles/index.ts';
export * from './scoring/index.ts';
