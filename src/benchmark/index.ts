export { extractAnswer, readResponseLine } from './answers/index.ts';
export { auditTables, publishedTables, renderAudit } from './audit/index.ts';
export * from './roles/index.ts';
export type { Progress } from './run/progress-of.ts';
export { type RunOptions, runBenchmark } from './run/run-benchmark.ts';
export { type RunScores, scoreRun } from './run/score-run.ts';
export * from './scoring/index.ts';
