import { type Prompt, picturesOf } from '../../contracts/models/index.ts';
import { costOf, type Price } from '../prices/price.ts';

export type Estimate = {
  /** As likely as not: what the tokens a minute are paced by. */
  tokens: number;
  /** At most: what a spend cap sets aside. null where the price is unknown. */
  mostUsd: number | null;
};

/** The largest tiling of a picture that a provider charges for today. */
const mostTokensAPicture = 16_384;
const usualTokensAPicture = 1_500;
/** Roles, separators and a form's schema, a message. */
const tokensAMessage = 50;

/** Tokens of a prompt before anybody has counted them. No tokeniser makes more tokens than
 *  there are bytes, so the bound holds for all of them. */
export function estimate(prompt: Prompt, maxOutputTokens: number, price: Price | null): Estimate {
  const texts = [
    prompt.system ?? '',
    ...prompt.messages.flatMap(({ parts }) =>
      parts.map(part => (part.type === 'text' ? part.text : '')),
    ),
  ];
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const pictures = picturesOf(prompt).length;
  const around = tokensAMessage * (prompt.messages.length + 1);
  const mostInput = bytes + around + pictures * mostTokensAPicture;
  return {
    tokens: Math.ceil(bytes / 3.5) + around + pictures * usualTokensAPicture + maxOutputTokens,
    mostUsd: costOf({ input: mostInput, cachedInput: 0, output: maxOutputTokens }, price),
  };
}
