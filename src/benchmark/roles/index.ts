export { type ChoiceInput, choice, choiceInputSchema } from './choice.ts';
export {
  answerExtraction,
  type Extraction,
  type ExtractionInput,
  extractionInputSchema,
  extractionSchema,
  isGrounded,
} from './extract-answer.ts';
export { judge } from './judge.ts';
export {
  type JudgeInput,
  type Judgements,
  judgeInputSchema,
  judgementsSchema,
} from './judgements.ts';
export { rateReasoning } from './rate-reasoning.ts';
export {
  type ReasoningInput,
  type ReasoningRatings,
  reasoningInputSchema,
  reasoningRatingsSchema,
  reasoningRubrics,
} from './reasoning-ratings.ts';
export { type ReportInput, reportInputSchema, writeReport } from './write-report.ts';
