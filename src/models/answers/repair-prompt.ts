import { type Prompt, text } from '../../contracts/models/index.ts';

/** Asks once more, with what was wrong said. */
export function repairPrompt(prompt: Prompt, answer: string, complaint: string): Prompt {
  const ask = `That reply cannot be used. ${complaint} Send the whole reply again as one JSON object of the form asked for, without anything before or after it.`;
  return {
    ...prompt,
    messages: [
      ...prompt.messages,
      { from: 'model', parts: [text(answer)] },
      { from: 'user', parts: [text(ask)] },
    ],
  };
}
