import { readAnswer } from '../../models/index.ts';
import { type Extraction, extractionSchema } from '../roles/extract-answer.ts';

/** What a model read out of a response. */
export function readExtraction(text: string): Extraction | undefined {
  const read = readAnswer(text, extractionSchema);
  return read.ok ? read.answer : undefined;
}
