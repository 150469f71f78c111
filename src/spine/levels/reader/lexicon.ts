import type { Scan } from './scan.ts';

/** Reads the English word at a place: its flags, 0 for a word it does not hold; `scan.end` past the word. */
export type WordReader = (scan: Scan, from: number) => number;

const LONGEST_WORD = 24;
const TABLE_SIZE = 4096;

/** Five bits a letter: this many fit in one small integer. */
const LETTERS_IN_KEY = 6;

/**
 * A word list as a hash table over the text itself, so that looking a word up makes no substring. Two
 * keys of six letters each are the whole of a short word, so most words need no comparison of letters.
 * `groups` gives words by flag; a word in several groups has all their flags.
 */
export function buildWordReader(
  groups: readonly (readonly [flag: number, words: string])[],
): WordReader {
  const words: string[] = new Array(TABLE_SIZE).fill('');
  const firstKeys = new Int32Array(TABLE_SIZE);
  const secondKeys = new Int32Array(TABLE_SIZE);
  const flags = new Int32Array(TABLE_SIZE);

  for (const [flag, list] of groups) {
    for (const word of list.split(/\s+/).filter(Boolean)) {
      const [first, second] = [
        keyOf(word.slice(0, LETTERS_IN_KEY)),
        keyOf(word.slice(LETTERS_IN_KEY)),
      ];
      let slot = slotFor(first, second);
      while (words[slot] !== '' && words[slot] !== word) slot = (slot + 1) & (TABLE_SIZE - 1);
      words[slot] = word;
      firstKeys[slot] = first;
      secondKeys[slot] = second;
      flags[slot] = flags[slot]! | flag;
    }
  }

  return (scan, from) => {
    const { text } = scan;
    let at = from;
    let first = 0;
    let second = 0;
    for (const limit = from + LETTERS_IN_KEY; at < limit; at++) {
      const lower = text.charCodeAt(at) | 32;
      if (!(lower >= 97 && lower <= 122)) break;
      first = (first << 5) | (lower - 96);
    }
    if (at === from + LETTERS_IN_KEY) {
      for (const limit = from + LONGEST_WORD; at < limit; at++) {
        const lower = text.charCodeAt(at) | 32;
        if (!(lower >= 97 && lower <= 122)) break;
        second = (Math.imul(second, 32) + (lower - 96)) | 0;
      }
    }
    scan.end = at;
    let slot = slotFor(first, second);
    while (firstKeys[slot] !== 0) {
      if (firstKeys[slot] === first && secondKeys[slot] === second) {
        const length = at - from;
        if (length <= 2 * LETTERS_IN_KEY || isWord(text, from, at, words[slot]!))
          return flags[slot]!;
      }
      slot = (slot + 1) & (TABLE_SIZE - 1);
    }
    return 0;
  };
}

function keyOf(letters: string): number {
  let key = 0;
  for (let at = 0; at < letters.length; at++)
    key = (Math.imul(key, 32) + letters.charCodeAt(at) - 96) | 0;
  return key;
}

function slotFor(first: number, second: number): number {
  const hash = Math.imul(first ^ Math.imul(second, 0x85ebca6b), 0x9e3779b1);
  return (hash >>> 20) & (TABLE_SIZE - 1);
}

/** Past twelve letters two words may share their keys: only the letters decide. */
function isWord(text: string, from: number, end: number, word: string): boolean {
  if (end - from !== word.length) return false;
  for (let at = 0; at < word.length; at++) {
    if ((text.charCodeAt(from + at) | 32) !== word.charCodeAt(at)) return false;
  }
  return true;
}

/** Where the word that ends at `end` begins; `end` itself where no word ends there. */
export function wordStart(text: string, end: number): number {
  const limit = end - LONGEST_WORD;
  let at = end;
  while (at > limit && at > 0) {
    const lower = text.charCodeAt(at - 1) | 32;
    if (!(lower >= 97 && lower <= 122)) break;
    at--;
  }
  return at;
}

/** Reads the Chinese term at a place: the longest that fits, its flags, `scan.end` past it; 0 where none does. */
export type TermReader = (scan: Scan, from: number) => number;

/** A character of terms: what is said by the term that ends here, and the characters that go on. */
type TermNode = { flags: number; readonly next: Map<number, TermNode> };

export function buildTermReader(
  groups: readonly (readonly [flag: number, terms: string])[],
): TermReader {
  const root: TermNode = { flags: 0, next: new Map() };
  for (const [flag, list] of groups) {
    for (const term of list.split(/\s+/).filter(Boolean)) nodeOf(root, term).flags |= flag;
  }
  // Most characters start no term: one look-up in a table tells, where a map would have to hash.
  const places = new Uint16Array(0x10000);
  const firsts: TermNode[] = [root];
  for (const [code, node] of root.next) places[code] = firsts.push(node) - 1;

  return (scan, from) => {
    const { text } = scan;
    scan.end = from;
    const place = places[text.charCodeAt(from)];
    if (place === undefined || place === 0) return 0;
    let flags = 0;
    let node: TermNode | undefined = firsts[place];
    for (let at = from + 1; node !== undefined; at++) {
      if (node.flags !== 0) {
        flags = node.flags;
        scan.end = at;
      }
      node = node.next.get(text.charCodeAt(at));
    }
    return flags;
  };
}

function nodeOf(root: TermNode, term: string): TermNode {
  let node = root;
  for (let at = 0; at < term.length; at++) {
    const code = term.charCodeAt(at);
    let next = node.next.get(code);
    if (next === undefined) {
      next = { flags: 0, next: new Map() };
      node.next.set(code, next);
    }
    node = next;
  }
  return node;
}
