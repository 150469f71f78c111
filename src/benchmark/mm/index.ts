export {
  type BuildSettings,
  buildSettingsSchema,
  type Embedder,
  files as mmFiles,
  readBuild,
} from './build-file.ts';
export { type BuildOptions, type Built, buildMm } from './build-mm.ts';
export { mmDatasets, severities } from './labels/labelled-case.ts';
export { readRendered } from './pictures/read-rendered.ts';
export { compareEmbedders, type EmbedderResult } from './similarity/compare-embedders.ts';
export type { SummaryRow } from './summary/summarise.ts';
