import { foldHan } from '../../../spine/fold-han.ts';
import { foldWord } from './fold-word.ts';

export type NamedClass = {
  readonly id: string;
  /** What speaks for the class, and how strongly. */
  readonly keywords: ReadonlyMap<string, number>;
};

export type ClassScore = {
  readonly id: string;
  readonly score: number;
  /** What was found for it, as its vocabulary spells it. */
  readonly found: readonly string[];
};

type Meaning = { readonly at: number; readonly keyword: string; readonly weight: number };
type Node = { readonly next: Map<string, Node>; readonly meanings: Meaning[] };

/**
 * Adds up the keywords that a text holds, class by class, best first. Of keywords within each
 * other the longer counts ("椎体骨折" is no "骨折" besides), and each counts once however often it
 * stands there.
 */
export function createClassScorer(classes: readonly NamedClass[]): (text: string) => ClassScore[] {
  const root = newNode();
  classes.forEach(({ keywords }, at) => {
    for (const [keyword, weight] of keywords) {
      let node = root;
      for (const unit of units(keyword)) {
        const next = node.next.get(unit) ?? newNode();
        node.next.set(unit, next);
        node = next;
      }
      if (node !== root) node.meanings.push({ at, keyword, weight });
    }
  });

  return text => {
    const found = classes.map(() => new Map<string, number>());
    const list = units(text);
    for (let from = 0; from < list.length; ) {
      const { meanings, length } = longest(root, list, from);
      for (const { at, keyword, weight } of meanings) found[at]!.set(keyword, weight);
      from += Math.max(length, 1);
    }
    return classes
      .map(({ id }, at) => ({
        id,
        score: [...found[at]!.values()].reduce((sum, weight) => sum + weight, 0),
        found: [...found[at]!.keys()],
      }))
      .sort((a, b) => b.score - a.score);
  };
}

function newNode(): Node {
  return { next: new Map(), meanings: [] };
}

function longest(root: Node, list: readonly string[], from: number) {
  let best: { meanings: readonly Meaning[]; length: number } = { meanings: [], length: 0 };
  let node: Node | undefined = root;
  for (let to = from; to < list.length; to++) {
    node = node.next.get(list[to]!);
    if (!node) break;
    if (node.meanings.length > 0) best = { meanings: node.meanings, length: to + 1 - from };
  }
  return best;
}

/** Words in one form each, and Chinese characters one by one. */
function units(text: string): string[] {
  const folded = foldHan(text.normalize('NFKC')).toLowerCase();
  return (folded.match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? []).map(foldWord);
}
