import { foldHan } from '../../../spine/fold-han.ts';
import { foldWord } from './fold-word.ts';
import { stopCharacters, stopWords } from './stop-words.ts';

const parts: Readonly<Record<string, string>> = { 颈: 'c', 胸: 't', 腰: 'l', 骶: 's' };

// In this order: a level is taken whole before its number could be, a number before its digits.
const pattern = new RegExp(
  [
    String.raw`(?<part>(?<![a-z])[ctls]|[颈胸腰骶])(?<from>\d{1,2})(?:\s?[/-]\s?(?:[ctls]|[颈胸腰骶])?(?<to>\d{1,2}))?(?!\.?\d|[a-z])`,
    String.raw`(?<number>\d+(?:[.,]\d+)*%?)`,
    String.raw`(?<han>(?:(?![颈胸腰骶]\d)\p{Script=Han})+)`,
    String.raw`(?<word>(?:(?!\p{Script=Han})[\p{L}\p{M}])+(?:'(?!s\b)\p{L}+)?)`,
  ].join('|'),
  'gu',
);

/**
 * The words of an English or Chinese text in one form each. Levels such as `L4/5` (also `L4-5`,
 * 腰4/5) and numbers stay whole; Chinese, which has no blanks, comes as overlapping pairs of
 * characters, and a character that stands alone as itself.
 */
export function words(text: string): string[] {
  const found: string[] = [];
  const folded = foldHan(text.normalize('NFKC')).toLowerCase();
  for (const { groups } of folded.matchAll(pattern)) {
    const { part, from, to, number, han, word } = groups!;
    if (part !== undefined) {
      const level = `${parts[part] ?? part}${from}`;
      found.push(to === undefined ? level : `${level}/${to}`);
    } else if (number !== undefined) found.push(number);
    else if (han !== undefined) addPairs(found, han);
    else if (!stopWords.has(word!)) found.push(foldKnown(word!));
  }
  return found;
}

const stops = new RegExp(`[${stopCharacters}]`, 'u');

function addPairs(found: string[], han: string): void {
  for (const run of han.split(stops)) {
    const characters = Array.from(run);
    if (characters.length === 1) found.push(run);
    for (let at = 0; at + 1 < characters.length; at++) {
      found.push(characters[at]! + characters[at + 1]!);
    }
  }
}

/** Texts repeat their words. Bounded, as texts are not. */
const known = new Map<string, string>();
const mostKnown = 20_000;

function foldKnown(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const folded = foldWord(word);
  if (known.size >= mostKnown) known.clear();
  known.set(word, folded);
  return folded;
}
