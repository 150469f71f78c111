import type { LevelMention } from '../../../spine/levels/index.ts';
import type { FoundName } from './find-names.ts';

type Place = { readonly start: number; readonly end: number };
/** Levels enumerated in one breath, each once. */
type Run = Place & { readonly levels: Map<string, LevelMention> };
type Part = Place &
  (
    | { readonly finding: number; readonly run?: never }
    | { readonly run: Run; readonly finding?: never }
  );

const sentenceEnd = /[;!?。；！？\n]|\.(?!\d)/;
const enumerated =
  /^[\s,，、/&]*(?:[(（]\s*(?:central|left|right|bilateral|中央|左|右|双侧?)[^()（）]{0,20}[)）][\s,，、]*)?(?:(?:and|or|as well as|at|mild|moderate|severe|marked|more|less|than|most|also|then|mildly|moderately|severely|greater|lesser|worse|worst|especially|particularly|the|both|left|right|bilateral|bilaterally|levels?|of|discs?|inferior|superior|upper|lower|endplates?)\s+)*(?:和|及|与|或|以及|双侧|左侧|右侧|椎间盘)*$/i;
/** "L4/5 mild disc bulge": what stands between belongs to the two. */
const close = /^[\s:：（(–—-]*(?:(?!(?:with|and|or|but|while)\b)[\p{L}]+[\s-]+){0,2}$/u;
const closeHan = /^[\s:：]*(?:(?![伴及和与并、，])\p{Script=Han}){0,6}$/u;
/** "stenosis at L4/5". */
const tied =
  /^(?:[,，]\s*(?=most|worst|maximal|greatest|particularly|especially|predominantly|mainly|尤|以))?[\s（(]*(?:(?:is|are|seen|noted|present|located|most|mainly|mild|moderate|severe|marked|worst|predominantly|maximal|greatest|particularly|especially|left|right|bilateral)\s+)*(?:(?:at|of|in|on|from|between|involving|affecting|over|throughout|spanning|within)\s|:|：|位于|见于|累及|尤以|以|于|在)\s*(?:the\s+)?(?:(?:levels?|of|left|right|both)\s+)*$/i;
const besides = /^[\s（(]*$/;
const joined = /^\s*(?:and|or|&|\/|,|及|和|与|、|\s)*$/i;
const LONGEST_GAP = 80;

export type BoundLevels = readonly LevelMention[];

/**
 * For each finding the levels of the text that it is said of. In order: levels among the
 * finding's own words; levels right before it; levels tied to it from behind ("stenosis at L4/5"),
 * also by way of the findings enumerated with it; the last levels before it in the sentence; the first
 * behind it; the last of the sentence before.
 */
export function bindLevels(
  text: string,
  found: readonly FoundName[],
  mentions: readonly LevelMention[],
): BoundLevels[] {
  const bound: BoundLevels[] = found.map(() => []);
  let inherited: BoundLevels = [];
  for (const sentence of inSentences(text, toParts(text, found, mentions))) {
    bindSentence(text, sentence, inherited, bound);
    const last = sentence.findLast(part => part.run)?.run;
    if (last) inherited = [...last.levels.values()];
  }
  return bound;
}

function toParts(
  text: string,
  found: readonly FoundName[],
  mentions: readonly LevelMention[],
): Part[] {
  const parts: Part[] = [
    ...found.map(({ start, end }, finding): Part => ({ start, end, finding })),
    ...mentions.map((level): Part => {
      const { start, end, name, side } = level;
      return { start, end, run: { start, end, levels: new Map([[`${name} ${side}`, level]]) } };
    }),
  ].sort((a, b) => a.start - b.start);
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part.run && last?.run && enumerated.test(between(text, last, part))) {
      const { levels } = last.run;
      for (const [key, level] of part.run.levels) levels.set(key, level);
      const longer = { start: last.start, end: part.end };
      merged[merged.length - 1] = { ...longer, run: { ...longer, levels } };
    } else merged.push(part);
  }
  return merged;
}

function inSentences(text: string, parts: readonly Part[]): Part[][] {
  const sentences: Part[][] = [];
  parts.forEach((part, i) => {
    const before = parts[i - 1];
    if (before === undefined || sentenceEnd.test(text.slice(before.end, part.start))) {
      sentences.push([part]);
    } else sentences.at(-1)!.push(part);
  });
  return sentences;
}

function bindSentence(
  text: string,
  parts: readonly Part[],
  inherited: BoundLevels,
  bound: BoundLevels[],
): void {
  const tiedTo = tiesFromBehind(text, parts);
  const firstBehind = nextRuns(parts);
  let before: Run | null = null;
  parts.forEach((part, i) => {
    if (part.run) {
      before = part.run;
      return;
    }
    const last = parts[i - 1];
    const next = parts[i + 1];
    const inside = next?.run && next.end <= part.end ? next.run : null;
    const right = last?.run && isClose(between(text, last, part)) ? last.run : null;
    const run = inside ?? right ?? tiedTo[i] ?? before ?? firstBehind[i];
    bound[part.finding] = run ? [...run.levels.values()] : inherited;
  });
}

/** The run that each finding is tied to, directly or through the next finding of its enumeration. */
function tiesFromBehind(text: string, parts: readonly Part[]): (Run | null)[] {
  const ties: (Run | null)[] = parts.map(() => null);
  for (let i = parts.length - 2; i >= 0; i--) {
    const [part, next] = [parts[i]!, parts[i + 1]!];
    if (part.run) continue;
    const gap = between(text, part, next);
    if (!next.run) ties[i] = joined.test(gap) ? ties[i + 1]! : null;
    else if (tied.test(gap)) ties[i] = next.run;
    else if (besides.test(gap) && !leadsOn(text, next, parts[i + 2])) ties[i] = next.run;
  }
  return ties;
}

/** "herniation L5/S1 stenosis": the level may as well belong to what follows. */
function leadsOn(text: string, level: Part, next: Part | undefined): boolean {
  return next !== undefined && !next.run && isClose(between(text, level, next));
}

function nextRuns(parts: readonly Part[]): (Run | null)[] {
  const next: (Run | null)[] = parts.map(() => null);
  for (let i = parts.length - 2; i >= 0; i--) next[i] = parts[i + 1]!.run ?? next[i + 1]!;
  return next;
}

function isClose(gap: string): boolean {
  return close.test(gap) || closeHan.test(gap);
}

/** What stands between two parts; of a long gap enough to see that it is none of the short ones. */
function between(text: string, { end }: Place, { start }: Place): string {
  if (start <= end) return '';
  return start - end > LONGEST_GAP ? '…' : text.slice(end, start);
}
