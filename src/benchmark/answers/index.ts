export {
  type ChoiceTask,
  type ExtractedAnswer,
  extractAnswer,
  type Question,
} from './extract-answer.ts';
export { mayBeReadByModel, type ReadAnswer, readByModel } from './read-by-model.ts';
export { readResponseLine } from './read-response-line.ts';
