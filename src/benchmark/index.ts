export {
  type Agreement,
  type DimensionAgreement,
  measureAgreement,
} from './agreement/measure-agreement.ts';
export { readRatings } from './agreement/read-ratings.ts';
export { extractAnswer, readByModel, readResponseLine } from './answers/index.ts';
export { auditTables, publishedTables, renderAudit } from './audit/index.ts';
export { writeInspectLog } from './exports/write-inspect-log.ts';
export { writeVlmevalkitTable } from './exports/write-vlmevalkit-table.ts';
export * from './mm/index.ts';
export * from './reasoning/index.ts';
export { type ReportOptions, writeReportPage } from './reports/write-report-page.ts';
export * from './roles/index.ts';
export * from './run/index.ts';
export * from './scoring/index.ts';
