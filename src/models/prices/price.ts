import { z } from 'zod';

const usd = z.number().min(0);

export const priceSchema = z.object({
  inputPerMillionUsd: usd,
  cachedInputPerMillionUsd: usd.optional(),
  outputPerMillionUsd: usd,
  /** What some charge for a whole request once its input is longer than this. */
  long: z
    .object({ overInputTokens: z.int(), inputPerMillionUsd: usd, outputPerMillionUsd: usd })
    .optional(),
});

export type Price = z.output<typeof priceSchema>;

export type UsedTokens = {
  input: number | null;
  /** Of the input, what the provider had seen before and sells cheaper. */
  cachedInput: number | null;
  output: number | null;
};

/** What an answer cost. Unknown price or unknown tokens: unknown, never 0. `share` is the part
 *  of the price that is charged, as for a batch. */
export function costOf(tokens: UsedTokens, price: Price | null, share = 1): number | null {
  if (!price || tokens.input === null || tokens.output === null) return null;
  const long = price.long && tokens.input > price.long.overInputTokens ? price.long : undefined;
  const { inputPerMillionUsd, outputPerMillionUsd } = long ?? price;
  const cachedPrice = (long ? undefined : price.cachedInputPerMillionUsd) ?? inputPerMillionUsd;
  const cached = Math.min(tokens.cachedInput ?? 0, tokens.input);
  const sum =
    (tokens.input - cached) * inputPerMillionUsd +
    cached * cachedPrice +
    tokens.output * outputPerMillionUsd;
  return (sum / 1e6) * share;
}
