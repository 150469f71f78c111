import { coverage, words } from '../../models/index.ts';
import { mentionedModalities } from '../../spine/index.ts';
import type { Consistency, ConsistencyInput } from './consistency.ts';
import { contradictionOf } from './contradiction-of.ts';
import { figureNumbers } from './figure-numbers.ts';

/** Of a caption's words, weighed by length: what a text on the same thing has of them. */
const relatedShare = 0.3;
const unrelatedShare = 0.08;
/** Fewer words than these say too little. */
const fewestWords = 4;

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
  const citing = about.filter(sentence => !figureNumbers(sentence).isDisjointFrom(own));
  // A paragraph may speak of much; where a sentence cites the figure, that one speaks of it.
  const contradiction = contradictionOf(caption, (citing.length > 0 ? citing : about).join('\n'));
  if (contradiction !== null) {
    return { verdict: 'inconsistent', evidence: nearest, reason: contradiction };
  }
  const { share } = coverage(caption, about.join('\n'), lengthOf);
  const isRelated = share >= relatedShare || (citing.length > 0 && sayTheSame(caption, citing));
  if (isRelated) return { verdict: 'consistent', evidence: nearest, reason: null };
  // Who cites the figure by its number means it, in whatever words.
  return share < unrelatedShare && citing.length === 0
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

/** Of the methods that both name, one is the same. */
function sayTheSame(caption: string, citing: readonly string[]): boolean {
  const named = new Set(mentionedModalities(citing.join('\n')));
  return mentionedModalities(caption).some(modality => named.has(modality));
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
