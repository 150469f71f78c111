export {
  type BuildSettings,
  buildSettingsSchema,
  type Embedder,
  files as mmFiles,
  readBuild,
} from './build-file.ts';
export { type BuildOptions, type Built, buildMm } from './build-mm.ts';
export { checkCollected } from './cases.ts';
export { mmDatasets, severities } from './labels/labelled-case.ts';
export { probePicture, tryEmbedder } from './library/try-embedder.ts';
export { readRendered } from './pictures/read-rendered.ts';
export { compareEmbedders, type EmbedderResult } from './similarity/compare-embedders.ts';
export { type Blind, blindShare, isFarAboveChance } from './summary/guess-blindly.ts';
export type { SummaryRow } from './summary/summarise.ts';
