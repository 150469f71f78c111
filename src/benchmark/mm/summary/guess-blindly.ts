import { findDisease } from '../../../spine/index.ts';
import type { MmItem } from '../items/mm-item.ts';

/** Shares of items that are answered rightly by who sees no picture. */
export type Blind = {
  items: number;
  /** By picking at random. */
  chance: number;
  /** By always giving the same letters, those that are right most often. */
  letters: number;
  /** By always giving the answer that is right most often. */
  truth: number;
  /** By giving what is right most often among items of other patients with the same options. */
  options: number;
};

type Riddle = { group: string; key: string; answer: string; letters: string; chance: number };

/**
 * How far a rule gets that reads options and no picture. Of the options only those count that are
 * right somewhere among these items: the others tell nothing apart. Levels have the same options
 * always, there the disease that is asked for stands in their place. What the rule says of an item
 * it has from other patients; where none has the same options, or several answers are equally
 * frequent, the expected share is counted. So it is what somebody would reach who saw the rest of
 * the benchmark with its answers, and no bound on what a cleverer rule might.
 */
export function guessBlindly(items: readonly MmItem[]): Blind {
  const riddles = riddlesOf(items);
  const seen = countAnswers(riddles);
  let options = 0;
  for (const of of Map.groupBy(riddles, ({ group }) => group).values()) {
    const own = countAnswers(of);
    for (const { key, answer, chance } of of) {
      const others = [...seen.get(key)!].map(
        ([each, count]) => [each, count - (own.get(key)?.get(each) ?? 0)] as const,
      );
      const most = Math.max(...others.map(([, count]) => count));
      const best = others.filter(([, count]) => count === most).map(([each]) => each);
      if (most === 0) options += chance;
      else if (best.includes(answer)) options += 1 / best.length;
    }
  }
  const mostOf = (what: 'letters' | 'answer') =>
    Math.max(0, ...[...Map.groupBy(riddles, each => each[what]).values()].map(of => of.length));
  const share = (sum: number) => Math.round((1e4 * sum) / Math.max(1, riddles.length)) / 1e4;
  return {
    items: riddles.length,
    chance: share(riddles.reduce((sum, { chance }) => sum + chance, 0)),
    letters: share(mostOf('letters')),
    truth: share(mostOf('answer')),
    options: share(options),
  };
}

/** Points of a hundred above chance from which on it is said. */
const farAbove = 0.2;

export const blindShare = ({ letters, truth, options }: Blind) => Math.max(letters, truth, options);
export const isFarAboveChance = (blind: Blind) => blindShare(blind) - blind.chance >= farAbove;

function riddlesOf(items: readonly MmItem[]): Riddle[] {
  const isRight = new Set(items.map(({ kind, disease }) => `${kind} ${disease}`));
  return items.map(({ kind, group, disease, options, answer }) => {
    const letters = answer.join('');
    if (kind === 'localisation') {
      const chance = 1 / (2 ** Object.keys(options).length - 1);
      return { group, key: `${kind} ${disease}`, answer: letters, letters, chance };
    }
    const telling = Object.values(options)
      .map(option => findDisease(option)!.id)
      .filter(id => isRight.has(`${kind} ${id}`));
    return {
      ...{ group, key: telling.sort().join(), answer: disease, letters },
      chance: 1 / Object.keys(options).length,
    };
  });
}

function countAnswers(riddles: readonly Riddle[]): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { key, answer } of riddles) {
    const of = counts.get(key) ?? new Map<string, number>();
    counts.set(key, of.set(answer, (of.get(answer) ?? 0) + 1));
  }
  return counts;
}
