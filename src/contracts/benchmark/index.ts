export { type AnswerLine, answerLineSchema, type RunStep, runSteps } from './answer-line.ts';
export {
  type ChoiceCell,
  type Confusion,
  choiceCellSchema,
  type DetailedScores,
  detailedScoresSchema,
  type FindingMeasures,
  type ItemLevelScores,
  type MultiSelectCell,
  type Note,
  type ReportCell,
  type ReportLevelScores,
  type Resampled,
  type SideCounts,
} from './detailed-scores.ts';
export { type BenchmarkItem, benchmarkItemSchema } from './item.ts';
export { levelsOfName } from './levels-of-name.ts';
export { type AskedModel, askedModelSchema, type Run, runSchema } from './run.ts';
export { type Scores, scoresSchema } from './scores.ts';
