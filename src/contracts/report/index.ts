export { type ExtraText, type ParsedReport, parseReport } from './parse-report.ts';
export { renderReport } from './render-report.ts';
export * from './schema.ts';
