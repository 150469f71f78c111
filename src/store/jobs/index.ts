export {
  type CollectorContext,
  collected,
  defineCollector,
  type Offer,
  type Source,
} from './collector.ts';
export type { DataClass, Kind, Thing } from './kind.ts';
export { made, type Outcome, reject } from './outcome.ts';
export { defineRecipe, type Recipe, type Step } from './recipe.ts';
export { framesOf } from './run-batch.ts';
export { runRecipe } from './run-recipe.ts';
export type { DefectLog } from './settle.ts';
export { defineStage, type Stage, type StageStep } from './stage.ts';
export { startWorker, type Worker } from './start-worker.ts';
