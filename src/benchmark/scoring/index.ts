export { isRight } from './choices/is-right.ts';
export {
  type Comparing,
  compareModels,
  type ModelComparison,
} from './comparison/compare-models.ts';
export type { ComparedPart } from './comparison/compare-part.ts';
export type { Difference } from './comparison/difference.ts';
export type { PowerNeeded } from './comparison/power-needed.ts';
export { type ReportTuples, reportTuples } from './findings/report-tuples.ts';
export type { Tuple } from './findings/tuple.ts';
export type { Resampling } from './intervals/resample.ts';
export { reportScore, sectionMeans } from './reports/report-score.ts';
export type { Judgement, OwnWords, Result, ScoredItem } from './result.ts';
export { type Scoring, scoreBenchmark } from './score-benchmark.ts';
