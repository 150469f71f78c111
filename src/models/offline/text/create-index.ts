import { words } from './words.ts';

export type Passage = { readonly id: string; readonly text: string };
export type Hit = { readonly passage: Passage; readonly score: number };

export type PassageIndex = {
  /** The best passages for the query by BM25, best first; of equal ones the earlier first. */
  search(query: string, limit: number): Hit[];
  /** How rare a word, in the form that `words` gives it, is here, as BM25 weighs it; the most
   *  for one that never occurs. */
  rarityOf(word: string): number;
};

type Posting = { readonly passages: number[]; readonly counts: number[] };

/** The usual constants: how soon a repeated word stops to count, and how much length does. */
const saturation = 1.2;
const lengthShare = 0.75;

export function createIndex(passages: readonly Passage[]): PassageIndex {
  const postings = new Map<string, Posting>();
  const lengths = new Float64Array(passages.length);
  passages.forEach(({ text }, at) => {
    const counts = new Map<string, number>();
    for (const word of words(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, count] of counts) {
      const posting = postings.get(word) ?? { passages: [], counts: [] };
      postings.set(word, posting);
      posting.passages.push(at);
      posting.counts.push(count);
      lengths[at]! += count;
    }
  });
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / passages.length || 1;
  const scores = new Float64Array(passages.length);

  function rarityOf(word: string): number {
    const holders = postings.get(word)?.passages.length ?? 0;
    return Math.log(1 + (passages.length - holders + 0.5) / (holders + 0.5));
  }

  function search(query: string, limit: number): Hit[] {
    const touched: number[] = [];
    for (const word of new Set(words(query))) {
      const posting = postings.get(word);
      if (!posting) continue;
      const rarity = rarityOf(word);
      posting.passages.forEach((at, place) => {
        const count = posting.counts[place]!;
        const length = 1 - lengthShare + (lengthShare * lengths[at]!) / meanLength;
        if (scores[at] === 0) touched.push(at);
        scores[at]! += (rarity * count * (saturation + 1)) / (count + saturation * length);
      });
    }
    const best = keepBest(touched, scores, limit);
    const hits = best.map(at => ({ passage: passages[at]!, score: scores[at]! }));
    for (const at of touched) scores[at] = 0;
    return hits;
  }

  return { search, rarityOf };
}

/** By insertion: a query wants few of many. */
function keepBest(candidates: readonly number[], scores: Float64Array, limit: number): number[] {
  const best: number[] = [];
  if (limit < 1) return best;
  const isBetter = (a: number, b: number) =>
    scores[a]! > scores[b]! || (scores[a] === scores[b] && a < b);
  for (const candidate of candidates) {
    if (best.length === limit && !isBetter(candidate, best[limit - 1]!)) continue;
    let place = best.length === limit ? limit - 1 : best.length;
    for (; place > 0 && isBetter(candidate, best[place - 1]!); place--) {
      best[place] = best[place - 1]!;
    }
    best[place] = candidate;
  }
  return best;
}
