export { compareRuns, type RunComparison } from './compare-runs.ts';
export type { Progress } from './progress-of.ts';
export { type RunOptions, runBenchmark } from './run-benchmark.ts';
export { type RunScores, scoreRun } from './score-run.ts';
