export type { Label, Weights } from './agreement/agreement-weights.ts';
export { type BlandAltman, type Bounded, blandAltman } from './agreement/bland-altman.ts';
export { type CohenOptions, cohenKappa, type Kappa } from './agreement/cohen-kappa.ts';
export { type FleissKappa, fleissKappa } from './agreement/fleiss-kappa.ts';
export {
  type Coefficient,
  type IntraclassCorrelation,
  intraclassCorrelation,
} from './agreement/intraclass-correlation.ts';
export {
  type KrippendorffAlpha,
  krippendorffAlpha,
  type MeasurementLevel,
} from './agreement/krippendorff-alpha.ts';
export type { MeanSquares } from './agreement/two-way-mean-squares.ts';
export { holmAdjust } from './comparison/holm-adjust.ts';
export {
  type ChiSquare,
  countPairs,
  type McNemar,
  mcnemar,
  type PairedCounts,
} from './comparison/mcnemar.ts';
export { type PairedComparison, pairedBootstrap } from './comparison/paired-bootstrap.ts';
export {
  expectedDiscordance,
  type PairedGap,
  pairedGap,
  pairedItems,
  pairedPower,
} from './comparison/paired-power.ts';
export {
  type Design,
  type TwoProportions,
  unpairedGap,
  unpairedItems,
  unpairedPower,
} from './comparison/unpaired-power.ts';
export { type Correlation, pearson } from './correlation/pearson.ts';
export { spearman } from './correlation/spearman.ts';
export { binomialCdf, binomialProbability } from './distributions/binomial.ts';
export { chiSquareQuantile, chiSquareTails } from './distributions/chi-square.ts';
export { fisherFQuantile, fisherFTails } from './distributions/fisher-f.ts';
export type { Tails } from './distributions/incomplete-beta.ts';
export { normalCdf, normalQuantile, twoSidedZ } from './distributions/normal.ts';
export { studentTCdf, studentTQuantile, twoSidedT } from './distributions/student-t.ts';
export {
  bootstrapInterval,
  bootstrapOfIndices,
  type Statistic,
} from './interval/bootstrap-interval.ts';
export { type Proportion, wilsonInterval } from './interval/wilson-interval.ts';
export type {
  Interval,
  IntervalOrReason,
  NotDefined,
  Outcome,
  UndefinedReason,
} from './outcome.ts';
export type { ClusterId } from './resampling/cluster-groups.ts';
export type { BootstrapEstimate, BootstrapOptions } from './resampling/resampled-estimate.ts';
export { type RandomIndex, seededRandom } from './resampling/seeded-random.ts';
export { mean } from './summary/mean.ts';
export { midRanks } from './summary/mid-ranks.ts';
export { quantile } from './summary/quantile.ts';
export { standardDeviation } from './summary/standard-deviation.ts';
export { type Summary, summarize } from './summary/summarize.ts';
