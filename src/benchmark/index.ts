import { late } from './late.ts';

export {
  type Agreement,
  type DimensionAgreement,
  measureAgreement,
} from './agreement/measure-agreement.ts';
export { readRatings } from './agreement/read-ratings.ts';
export { extractAnswer, readByModel, readResponseLine } from './answers/index.ts';
export { type BuildSettings, files as mmFiles, readBuild } from './mm/build-file.ts';
export type { Built } from './mm/build-mm.ts';
export { readRendered } from './mm/pictures/read-rendered.ts';
export type { EmbedderResult } from './mm/similarity/compare-embedders.ts';
export { blindShare, isFarAboveChance } from './mm/summary/guess-blindly.ts';
export * from './reasoning/index.ts';
export * from './roles/index.ts';
export * from './run/index.ts';
export * from './scoring/index.ts';

export const loadAudit = () => import('./audit/index.ts');
export const buildMm = late(async () => (await import('./mm/build-mm.ts')).buildMm);
export const checkCollected = late(async () => (await import('./mm/cases.ts')).checkCollected);
export const compareEmbedders = late(
  async () => (await import('./mm/similarity/compare-embedders.ts')).compareEmbedders,
);
export const probePicture = late(
  async () => (await import('./mm/library/try-embedder.ts')).probePicture,
);
export const tryEmbedder = late(
  async () => (await import('./mm/library/try-embedder.ts')).tryEmbedder,
);
export const writeInspectLog = late(
  async () => (await import('./exports/write-inspect-log.ts')).writeInspectLog,
);
export const writeVlmevalkitTable = late(
  async () => (await import('./exports/write-vlmevalkit-table.ts')).writeVlmevalkitTable,
);
export const writeReportPage = late(
  async () => (await import('./reports/write-report-page.ts')).writeReportPage,
);
