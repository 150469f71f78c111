import { extractAnswer } from '../answers/index.ts';
import { type ScoredItem, scoreBenchmark } from '../scoring/index.ts';

const options = { A: 'L3/L4', B: 'L4/L5', C: 'L5/S1' };
const response = 'Not L3/L4, for the root below is free.\n\nMy final option: [B]';
const letters = ['A', 'B', 'B', 'C'];

/** Reads and scores answers that nobody gave. What does it is compiled when it is first used, and
 *  takes longer over that than over a hundred answers: better now than when the first have come,
 *  all at once, or when the last has. */
export function warmUp(): void {
  extractAnswer({ task: 'mcq', options, response });
  scoreBenchmark({
    benchmark: '',
    model: '',
    items: letters.map(questionOf),
    results: letters.map((_, n) => ({ id: String(n), status: 'parsed', answer: ['B'] })),
  });
}

function questionOf(letter: string, n: number): ScoredItem {
  return {
    ...{ id: String(n), group: String(n), task: 'mcq', options, answer: [letter] },
    ...{ images: [], reference: null, language: 'en', subspecialty: null },
    ...{ source: 'textbook', modality: [], levels: [] },
  };
}
