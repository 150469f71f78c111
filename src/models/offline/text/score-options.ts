import type { PassageIndex } from './create-index.ts';
import { isNegated } from './is-negated.ts';
import { words } from './words.ts';

export type ScoredOption = {
  readonly letter: string;
  /** How far the passages tie the option to the question; the higher, the likelier the answer,
   *  also where the question asks for what does not hold. */
  readonly score: number;
  /** The passage that says most of question and option together. */
  readonly passage: string | null;
};

const passagesPerOption = 5;
/** Of several right options each is nearly as good as the best. */
const margin = 0.8;

/**
 * How much more the best passages say of question and option together than of the question
 * alone, by the rarity of what the option adds, so that a long option has no advantage.
 */
export function scoreOptions(
  question: string,
  options: Readonly<Record<string, string>>,
  index: PassageIndex,
): ScoredOption[] {
  const mass = (query: string) =>
    index.search(query, passagesPerOption).reduce((sum, { score }) => sum + score, 0);
  const alone = mass(question);
  const asked = new Set(words(question));
  const sign = isNegated(question) ? -1 : 1;
  const scored = Object.entries(options).map(([letter, option]) => {
    const together = `${question}\n${option}`;
    const added = [...new Set(words(option))].filter(word => !asked.has(word));
    const weight = added.reduce((sum, word) => sum + index.rarityOf(word), 0);
    const gained = weight > 0 ? (mass(together) - alone) / (passagesPerOption * weight) : 0;
    const [best] = index.search(together, 1);
    return { letter, score: sign * gained, passage: best?.passage.id ?? null };
  });
  return scored.sort((a, b) => b.score - a.score || (a.letter < b.letter ? -1 : 1));
}

/** Letters of the options to choose, in the order of the alphabet. Where the question is turned,
 *  being chosen takes scoring as far from the worst as the best does. */
export function chooseOptions(scored: readonly ScoredOption[], isMulti: boolean): string[] {
  const [best] = scored;
  if (!best) return [];
  if (!isMulti) return [best.letter];
  const worst = scored.at(-1)!;
  const bar = worst.score + margin * (best.score - worst.score);
  return scored
    .filter(({ score }) => score >= bar)
    .map(({ letter }) => letter)
    .sort();
}
