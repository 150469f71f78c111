import type { LevelSide } from '../../../spine/levels/index.ts';
import type { FoundName } from './find-names.ts';

const sideWord =
  /(?<left>\b(?:left|lt|leftward)\b|左)|(?<right>\b(?:right|rt|rightward)\b|右)|(?<both>\b(?:bilateral(?:ly)?|both)\b|双侧|两侧)|(?<central>\b(?:central(?:ly)?(?!\s(?:canal|cord|spinal))|midline)\b|(?<!旁)中央(?!椎?管)|正中)/gi;
const clauseEnd = /[,，;；。!?！？\n]|\.(?!\d)/g;
/** Between a side and the finding that it is said of. */
const belonging = /^(?:[\s-]+[\p{L}\p{N}/-]+){0,3}[\s-]*$/u;
const WINDOW = 100;

/**
 * The side that the words give each finding: among its own words, else before it in its clause, else
 * behind it, unless it belongs to the next finding there. One level may have findings on both sides, so
 * a level's own side does not tell.
 */
export function sidesOfFindings(text: string, found: readonly FoundName[]): (LevelSide | null)[] {
  return found.map((finding, i) => {
    const { start, end } = finding;
    return (
      combine(sidesIn(text.slice(start, end))) ??
      combine(sidesIn(before(text, start, lastEnd(found, i)))) ??
      combine(behind(text, end, nextStart(found, i)))
    );
  });
}

type Side = { readonly side: LevelSide; readonly end: number };

function sidesIn(words: string): Side[] {
  return Array.from(words.matchAll(sideWord), ({ 0: word, index, groups = {} }) => ({
    side: (['left', 'right', 'central'] as const).find(name => groups[name]) ?? 'bilateral',
    end: index + word.length,
  }));
}

/** Left and right together are both; beside either of them, "central" is part of "paracentral". */
function combine(said: readonly Side[]): LevelSide | null {
  const sides = new Set(said.map(({ side }) => side));
  if (sides.has('bilateral') || (sides.has('left') && sides.has('right'))) return 'bilateral';
  return (['left', 'right', 'central'] as const).find(side => sides.has(side)) ?? null;
}

function before(text: string, start: number, from: number): string {
  const words = text.slice(Math.max(from, start - WINDOW), start);
  const stop = Array.from(words.matchAll(clauseEnd)).at(-1);
  return stop === undefined ? words : words.slice(stop.index + stop[0].length);
}

function behind(text: string, end: number, to: number): Side[] {
  const words = text.slice(end, Math.min(to, end + WINDOW));
  const stop = words.search(clauseEnd);
  if (stop >= 0) return sidesIn(words.slice(0, stop));
  const reachesNext = end + words.length === to;
  return sidesIn(words).filter(side => !reachesNext || !belonging.test(words.slice(side.end)));
}

function lastEnd(found: readonly FoundName[], i: number): number {
  const before = found[i - 1];
  return before !== undefined && before.end <= found[i]!.start ? before.end : 0;
}

/** The side of the root that is pressed on is the side of what presses. */
function nextStart(found: readonly FoundName[], i: number): number {
  const next = found.slice(i + 1, i + 3).find(({ finding }) => finding !== 'root-compression');
  return next?.start ?? Number.POSITIVE_INFINITY;
}
