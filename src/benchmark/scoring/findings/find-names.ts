import { isFiller } from './fillers.ts';
import { type NamedFinding, type NameNode, names } from './vocabulary.ts';
import { type Token, toTokens } from './words.ts';

export type FoundName = {
  readonly finding: NamedFinding;
  readonly start: number;
  readonly end: number;
};

type Match = { readonly finding: NamedFinding | 'no-finding'; readonly at: readonly number[] };

const MOST_SKIPPED = 10;

/**
 * Names of findings in running text, with what stands between their words: levels, sides, degrees,
 * other parts of an enumeration ("canal, lateral recess and foraminal stenosis" names three). Where
 * names overlap the longer one holds. Linear in the text.
 */
export function findNames(text: string): FoundName[] {
  const tokens = toTokens(text);
  const gaps = tokens.map((token, i) => breakBefore(text, tokens[i - 1], token));
  const matches = tokens.flatMap((_, from) => matchesFrom(tokens, gaps, from));
  return keepLongest(matches).flatMap(({ finding, at }) =>
    finding === 'no-finding'
      ? []
      : [{ finding, start: tokens[at[0]!]!.start, end: tokens[at.at(-1)!]!.end }],
  );
}

const HARD = 2;
const SOFT = 1;

/** A full stop ends a name; a comma only lets an enumeration through. */
function breakBefore(text: string, before: Token | undefined, { start }: Token): number {
  if (before === undefined) return 0;
  const between = text.slice(before.end, Math.min(start, before.end + 20));
  if (/[;:!?。；：！？\n]|\.(?!\d)/.test(between) || start - before.end > 20) return HARD;
  return /[,，()（）]/.test(between) ? SOFT : 0;
}

type Path = { readonly node: NameNode; readonly at: readonly number[]; readonly skipped: number };

/** Every name that begins with the token `from`. */
function matchesFrom(tokens: readonly Token[], gaps: readonly number[], from: number): Match[] {
  const first = names.next.get(tokens[from]!.word);
  if (first === undefined) return [];
  const found: Match[] = [];
  let paths: Path[] = [{ node: first, at: [from], skipped: 0 }];
  for (let i = from + 1; paths.length > 0; i++) {
    for (const { node, at } of paths) {
      if (node.finding !== null && at.at(-1) === i - 1) found.push({ finding: node.finding, at });
    }
    const token = tokens[i];
    if (token === undefined || gaps[i] === HARD) break;
    paths = paths.flatMap(path => onwards(path, token, i, gaps[i] === SOFT));
  }
  return found;
}

function onwards(path: Path, { word }: Token, i: number, soft: boolean): Path[] {
  const next = soft ? undefined : path.node.next.get(word);
  const taken = next ? [{ node: next, at: [...path.at, i], skipped: path.skipped }] : [];
  if (path.skipped >= MOST_SKIPPED || path.node.next.size === 0 || !isFiller(word)) return taken;
  return [...taken, { ...path, skipped: path.skipped + 1 }];
}

/** Longer names first, then those whose words stand closer together. */
function keepLongest(matches: readonly Match[]): Match[] {
  const spread = ({ at }: Match) => at.at(-1)! - at[0]!;
  const ranked = [...matches].sort(
    (a, b) => b.at.length - a.at.length || spread(a) - spread(b) || a.at[0]! - b.at[0]!,
  );
  const users = new Map<number, Match[]>();
  const kept = ranked.filter(match => {
    const rivals = new Set(match.at.flatMap(at => users.get(at) ?? []));
    if ([...rivals].some(rival => isRival(rival, match))) return false;
    for (const at of match.at) users.set(at, [...(users.get(at) ?? []), match]);
    return true;
  });
  return kept.sort((a, b) => a.at[0]! - b.at[0]! || a.at.at(-1)! - b.at.at(-1)!);
}

/**
 * Two names share words rightfully only as parts of an enumeration do: one of them reaches across a
 * gap, what stands on one side of that gap is its own, and so is a word of the other.
 */
function isRival(a: Match, b: Match): boolean {
  const isWithin = (inner: Match, outer: Match) => inner.at.every(at => outer.at.includes(at));
  if (a.finding === b.finding || isWithin(a, b) || isWithin(b, a)) return true;
  return !hasOwnEnd(a, b) && !hasOwnEnd(b, a);
}

function hasOwnEnd({ at }: Match, other: Match): boolean {
  let [widest, split] = [1, 0];
  for (let i = 1; i < at.length; i++) {
    const width = at[i]! - at[i - 1]!;
    if (width > widest) [widest, split] = [width, i];
  }
  const isOwn = (part: readonly number[]) => !part.some(index => other.at.includes(index));
  return split > 0 && (isOwn(at.slice(0, split)) || isOwn(at.slice(split)));
}
