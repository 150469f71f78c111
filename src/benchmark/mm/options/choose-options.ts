import { seededRandom } from '../../../statistics/index.ts';

export type Choice = {
  /** Diseases as numbers; `healthy` is one of them. */
  options: number[];
  /** Where the truth stands among them. */
  answer: number;
};

const optionCount = 5;

/** Somebody ill, whose options one who is healthy gets. */
export type Lent = { truth: number; has: ReadonlySet<number> };

/**
 * The truth, Healthy, and the most similar other diseases, in seeded order. A disease that the
 * picture also has is never a wrong option. Where the truth is Healthy there are the four most
 * similar diseases, or, with somebody ill to lend theirs, the truth of the other and what is most
 * similar of the rest. Ties go to the disease that stands first.
 */
export function chooseOptions(
  similarity: Float32Array,
  has: ReadonlySet<number>,
  truth: number,
  { healthy, seed, lent }: { healthy: number; seed: number; lent?: Lent | undefined },
): Choice {
  const isLent = truth === healthy && lent !== undefined;
  const fixed = isLent ? [lent.truth, healthy] : [...new Set([truth, healthy])];
  const never = isLent ? lent.has.union(has) : has;
  const others: number[] = [];
  for (let wanted = optionCount - fixed.length; wanted > 0; wanted--) {
    let next = -1;
    for (let disease = 0; disease < similarity.length; disease++) {
      if (never.has(disease) || fixed.includes(disease) || others.includes(disease)) continue;
      if (similarity[disease] === Number.NEGATIVE_INFINITY) continue;
      if (next < 0 || similarity[disease]! > similarity[next]!) next = disease;
    }
    if (next < 0) break;
    others.push(next);
  }
  const options = shuffled([...fixed, ...others], seed);
  return { options, answer: options.indexOf(truth) };
}

function shuffled(values: number[], seed: number): number[] {
  const random = seededRandom(seed);
  for (let at = values.length - 1; at > 0; at--) {
    const other = random(at + 1);
    [values[at], values[other]] = [values[other]!, values[at]!];
  }
  return values;
}
