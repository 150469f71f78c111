import { words } from './words.ts';

export type Coverage = {
  /** Of the reference's distinct words, each weighed by its rarity: 0 to 1, 1 for an empty one. */
  readonly share: number;
  readonly covered: readonly string[];
  readonly missing: readonly string[];
};

/** How much of a reference's words a text has. It knows no meaning: another word for the same
 *  thing is missing, and the right words in a wrong order are there. */
export function coverage(
  reference: string,
  text: string,
  rarityOf: (word: string) => number = () => 1,
): Coverage {
  const wanted = [...new Set(words(reference))];
  const given = new Set(words(text));
  const covered = wanted.filter(word => given.has(word));
  const missing = wanted.filter(word => !given.has(word));
  const weigh = (list: readonly string[]) => list.reduce((sum, word) => sum + rarityOf(word), 0);
  const whole = weigh(wanted);
  return { share: whole > 0 ? 1 - weigh(missing) / whole : 1, covered, missing };
}
