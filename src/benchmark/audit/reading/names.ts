/** GPT-5 mini = gpt5mini: the tables spell one model in several ways. */
export function sameName(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]/gu, '');

const fillers = new Set(['and', 'of', 'the', 'data', 'database', 'dataset']);

/** Words of a name, singular, without those that say nothing. */
function wordsOf(name: string): Set<string> {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map(word => (word.length > 3 ? word.replace(/s$/u, '') : word))
    .filter(word => word && !fillers.has(word));
  return new Set(words);
}

export function sharedWords(a: string, b: string): number {
  const inB = wordsOf(b);
  return [...wordsOf(a)].filter(word => inB.has(word)).length;
}

/** Pairs names of two tables, each at most once: most shared words first, then the last one
 *  left on either side with each other. Ties stay unpaired. */
export function matchNames(names: string[], candidates: string[]): Map<string, string> {
  const pairs = new Map<string, string>();
  const left = new Set(names);
  const free = new Set(candidates);
  const pair = (name: string, candidate: string) => {
    pairs.set(name, candidate);
    left.delete(name);
    free.delete(candidate);
  };
  for (let found = true; found; ) {
    found = false;
    for (const name of [...left]) {
      const candidate = closest(name, [...free]);
      if (candidate === null || closest(candidate, [...left]) !== name) continue;
      pair(name, candidate);
      found = true;
    }
  }
  const [name, ...otherNames] = left;
  const [candidate, ...otherCandidates] = free;
  if (name && candidate && otherNames.length === 0 && otherCandidates.length === 0)
    pair(name, candidate);
  return pairs;
}

function closest(name: string, candidates: string[]): string | null {
  const [best, next] = candidates
    .map(candidate => ({ candidate, shared: sharedWords(name, candidate) }))
    .sort((a, b) => b.shared - a.shared);
  return best && best.shared > 0 && best.shared !== next?.shared ? best.candidate : null;
}

/** Makes labels unique: a second "X" becomes "X (2)". */
export function uniqueLabels(labels: string[]): string[] {
  const seen = new Map<string, number>();
  return labels.map(label => {
    const times = (seen.get(label) ?? 0) + 1;
    seen.set(label, times);
    return times === 1 ? label : `${label} (${times})`;
  });
}
