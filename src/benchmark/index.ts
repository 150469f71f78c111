export { auditTables, publishedTables, renderAudit } from './audit/index.ts';
