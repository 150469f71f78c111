export { auditTables, publishedTables, renderAudit } from './audit/index.ts';
export * from './scoring/index.ts';
