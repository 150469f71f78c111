import type { PassageIndex } from './create-index.ts';
import { isNegated } from './is-negated.ts';
import { words } from './words.ts';

export type ScoredOption = {
  readonly letter: string;
  /** How closely passages tie the option to the question; the higher, the likelier the answer,
   *  also where the question asks for what does not hold. */
  readonly score: number;
  /** The passage that ties it most closely. */
  readonly passage: string | null;
};

const passagesPerOption = 8;
/** Of several right options each is nearly as good as the best. */
const margin = 0.8;
/** What the rest of its passage counts beside the sentence. */
const passageShare = 0.3;

/**
 * Looks the question up with each option, and asks how much of what the option adds stands
 * together with how much of the question: in one sentence, and around it in its passage. Words
 * weigh by their rarity, and an option's words as shares, so that a long one has no advantage.
 */
export function scoreOptions(
  question: string,
  options: Readonly<Record<string, string>>,
  index: PassageIndex,
): ScoredOption[] {
  const asked = weighed(words(question), index);
  const sign = isNegated(question) ? -1 : 1;
  const scored = Object.entries(options).map(([letter, option]) => {
    const all = weighed(words(option), index);
    const own = new Map([...all].filter(([word]) => !asked.has(word)));
    const added = own.size > 0 ? own : all;
    let best: { tie: number; passage: string | null } = { tie: 0, passage: null };
    for (const { passage } of index.search(`${question}\n${option}`, passagesPerOption)) {
      const within = tieIn(passage.text, asked, added);
      const tie = Math.max(
        ...inSentences(passage.text).map(sentence => tieIn(sentence, asked, added)),
      );
      const both = (1 - passageShare) * tie + passageShare * within;
      if (both > best.tie) best = { tie: both, passage: passage.id };
    }
    return { letter, score: sign * best.tie, passage: best.passage };
  });
  return scored.sort((a, b) => b.score - a.score || (a.letter < b.letter ? -1 : 1));
}

function weighed(list: readonly string[], index: PassageIndex): Map<string, number> {
  return new Map(list.map(word => [word, index.rarityOf(word)]));
}

function tieIn(
  text: string,
  asked: ReadonlyMap<string, number>,
  added: ReadonlyMap<string, number>,
): number {
  const there = new Set(words(text));
  return shareIn(there, added) * shareIn(there, asked);
}

function shareIn(there: ReadonlySet<string>, wanted: ReadonlyMap<string, number>): number {
  let [found, whole] = [0, 0];
  for (const [word, weight] of wanted) {
    whole += weight;
    if (there.has(word)) found += weight;
  }
  return whole > 0 ? found / whole : 0;
}

function inSentences(text: string): string[] {
  return text.split(/(?<=[.!?;])\s+|(?<=[。！？；])/).filter(sentence => sentence !== '');
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
