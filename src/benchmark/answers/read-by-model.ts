import type { DataClass } from '../../contracts/data-class.ts';
import type { Models } from '../../contracts/models/index.ts';
import { languageOfText } from '../../spine/index.ts';
import { answerExtraction, isGrounded } from '../roles/extract-answer.ts';
import type { ExtractedAnswer, Question } from './extract-answer.ts';

export type ReadAnswer =
  | ExtractedAnswer
  | { status: 'model-extracted'; answer: string[]; rule: string };

/** Whether a model may find what no rule did; of nothing it could but guess. */
export function mayBeReadByModel({ status, rule }: ExtractedAnswer): boolean {
  return status === 'unparseable' && rule !== 'empty' && rule !== 'thoughts-only';
}

/** What no rule could read, read by a model: its letters count only if they are options and its
 *  quote stands in the response. A model that gives none leaves it as it was. */
export async function readByModel(
  models: Models,
  question: Question,
  found: ExtractedAnswer,
  dataClass: DataClass,
): Promise<ReadAnswer> {
  if (!mayBeReadByModel(found)) return found;
  const language = languageOfText(question.response) ?? 'en';
  const { task, options, response } = question;
  const input = { task, options, response, language };
  const outcome = await models.ask(answerExtraction, { input, class: dataClass });
  if (outcome.status === 'failed') return found;
  const { answer } = outcome.answer;
  return answer.length > 0 && isGrounded(input, outcome.answer)
    ? { status: 'model-extracted', answer, rule: found.rule }
    : found;
}
