import type { QtiItem } from '../reading/protocol.ts';
import { noQuestion } from './raw-question.ts';
import type { FoundRow } from './read-rows.ts';

/** The questions of QTI. Its own names for options give way to letters. */
export function readItems(items: readonly QtiItem[]): FoundRow[] {
  return items.map(({ place, stem, options, answers, isSimple, explanation, pictures }) => {
    if (!isSimple || options.length > 26) return { place, reason: 'malformed' };
    const labels = new Map(options.map(({ id }, at) => [id, String.fromCharCode(65 + at)]));
    const answer = answers.map(id => labels.get(id) ?? '?').join(',');
    return {
      place,
      raw: {
        ...noQuestion,
        place,
        stem,
        options: options.map(({ id, text }) => ({ label: labels.get(id)!, text })),
        answer,
        explanation,
        pictures,
      },
    };
  });
}
