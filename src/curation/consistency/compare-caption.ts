import { coverage, words } from '../../models/index.ts';
import { mentionedModalities, readLevels, regionOf } from '../../spine/index.ts';
import type { Consistency, ConsistencyInput } from './consistency.ts';
import { figureNumbers } from './figure-numbers.ts';

/** Of a caption's words, weighed by length: what a text on the same thing has of them. */
const relatedShare = 0.3;
const unrelatedShare = 0.08;
/** Fewer words than these say too little. */
const fewestWords = 4;

type Reason = NonNullable<Consistency['reason']>;

/**
 * Holds the caption against the paragraphs, and cannot look at the picture: a contradiction in
 * method, levels, side or figure number is found, shared words make the two fit.
 */
export function compareCaption({ caption, context }: ConsistencyInput): Consistency {
  const sentences = context.flatMap(inSentences);
  if (caption === null || sentences.length === 0 || words(caption).length < fewestWords) {
    const evidence = (caption === null ? sentences[0] : caption.trim()) ?? '';
    return { verdict: 'unsure', evidence, reason: 'text-too-thin' };
  }
  const own = figureNumbers(caption.slice(0, 20));
  const about = sentencesAbout(own, sentences);
  if (about.length === 0) {
    return { verdict: 'inconsistent', evidence: sentences[0]!, reason: 'other-figure' };
  }
  const nearest = nearestTo(caption, about);
  const contradiction = contradictionOf(caption, about);
  if (contradiction !== null) {
    return { verdict: 'inconsistent', evidence: nearest, reason: contradiction };
  }
  const { share } = coverage(caption, about.join('\n'), lengthOf);
  if (share >= relatedShare) return { verdict: 'consistent', evidence: nearest, reason: null };
  return share < unrelatedShare
    ? { verdict: 'inconsistent', evidence: nearest, reason: 'other-subject' }
    : { verdict: 'unsure', evidence: nearest, reason: 'text-too-thin' };
}

/** All but those that cite other figures only. */
function sentencesAbout(own: ReadonlySet<string>, sentences: readonly string[]): string[] {
  if (own.size === 0) return [...sentences];
  return sentences.filter(sentence => {
    const cited = figureNumbers(sentence);
    return cited.size === 0 || !cited.isDisjointFrom(own);
  });
}

/** Both say something of it, and nothing of what they say is the same. */
function contradictionOf(caption: string, about: readonly string[]): Reason | null {
  const text = about.join('\n');
  const [ours, theirs] = [readLevels(caption), readLevels(text)];
  const differ = <Value>(a: readonly Value[], b: readonly Value[]) =>
    a.length > 0 && b.length > 0 && new Set(a).isDisjointFrom(new Set(b));
  if (differ(mentionedModalities(caption), mentionedModalities(text))) return 'other-modality';
  const levelsOf = (mentions: typeof ours) => mentions.flatMap(({ levels }) => levels);
  if (differ(levelsOf(ours), levelsOf(theirs))) {
    const regions = (mentions: typeof ours) => levelsOf(mentions).map(regionOf);
    return differ(regions(ours), regions(theirs)) ? 'other-region' : 'other-level';
  }
  const sides = (mentions: typeof ours) =>
    mentions.flatMap(({ side }) => (side === 'left' || side === 'right' ? [side] : []));
  return differ(sides(ours), sides(theirs)) ? 'other-side' : null;
}

function nearestTo(caption: string, sentences: readonly string[]): string {
  const shareOf = (sentence: string) => coverage(caption, sentence, lengthOf).share;
  return sentences.reduce((best, each) => (shareOf(each) > shareOf(best) ? each : best));
}

/** Without a collection to count in, longer words stand for rarer ones. */
function lengthOf(word: string): number {
  return /\p{Script=Han}/u.test(word) ? 4 : Math.min(word.length, 8);
}

function inSentences(paragraph: string): string[] {
  return paragraph
    .split(/(?<=[.!?])\s+(?=\p{Lu})|(?<=[。！？；])/u)
    .map(sentence => sentence.trim())
    .filter(sentence => sentence !== '');
}
