export {
  type ChoiceTask,
  type ExtractedAnswer,
  extractAnswer,
  type Question,
} from './extract-answer.ts';
export { readResponseLine } from './read-response-line.ts';
