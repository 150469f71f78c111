import { type Prompt, text } from '../../contracts/models/index.ts';

/** Asks once more, with what was wrong said. */
export function repairPrompt(prompt: Prompt, answer: string, complaint: string): Prompt {
  const ask = `That reply cannot be used. ${complaint} Send the whole reply again as one JSON object of the form asked for, without anything before or after it.`;
  return {
    ...prompt,
    messages: [
      ...prompt.messages,
      { from: 'model', parts: [text(shortened(answer))] },
      { from: 'user', parts: [text(ask)] },
    ],
  };
}

const mostCharacters = 20_000;

/** The beginning says what it took the form to be, and what is longer is none: repeated whole, it
 *  would be paid for again. */
function shortened(answer: string): string {
  return answer.length > mostCharacters ? `${answer.slice(0, mostCharacters)} […]` : answer;
}
