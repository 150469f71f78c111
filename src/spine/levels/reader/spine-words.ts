import { isHyphen, isLetter } from './characters.ts';
import { buildWordReader, wordStart } from './lexicon.ts';
import type { Scan } from './scan.ts';
import { CERVICAL, COCCYGEAL, LUMBAR, SACRAL, THORACIC } from './slots.ts';

/** What an English word of the spine names: a number a word, so that one look-up tells. */
export const NOT_SPINE = 0;
const REGION = 1;
const JUNCTION = 8;
export const ATLAS_WORD = 16;
export const AXIS_WORD = 17;
export const COCCYX_WORD = 18;
export const ATLANTOAXIAL_WORD = 19;

export function isRegionWord(word: number): boolean {
  return word >= REGION && word < JUNCTION;
}

export function regionOfWord(word: number): number {
  return word - REGION;
}

export function isJunctionWord(word: number): boolean {
  return word >= JUNCTION && word < ATLAS_WORD;
}

/** Place in JUNCTIONS. */
export function junctionOfWord(word: number): number {
  return word - JUNCTION;
}

const readWord = buildWordReader([
  [REGION + CERVICAL, 'cervical'],
  [REGION + THORACIC, 'thoracic dorsal'],
  [REGION + LUMBAR, 'lumbar'],
  [REGION + SACRAL, 'sacral'],
  [REGION + COCCYGEAL, 'coccygeal'],
  [JUNCTION, 'craniocervical craniovertebral occipitocervical'],
  [JUNCTION + 1, 'cervicothoracic cervicodorsal'],
  [JUNCTION + 2, 'thoracolumbar dorsolumbar'],
  [JUNCTION + 3, 'lumbosacral'],
  [JUNCTION + 4, 'sacrococcygeal'],
  [ATLAS_WORD, 'atlas'],
  [AXIS_WORD, 'axis'],
  [COCCYX_WORD, 'coccyx'],
  [ATLANTOAXIAL_WORD, 'atlantoaxial'],
]);

/** A word of the spine where it was found. */
export type FoundWord = { start: number; end: number; word: number };

/** The word of the spine around `at`, its parts hyphenated or not ("thoraco-lumbar"). */
export function findSpineWord(scan: Scan, at: number): FoundWord {
  const { text } = scan;
  const start = wordStart(text, at);
  const plain = readWord(scan, start);
  const { end } = scan;
  if (isHyphen(text.charCodeAt(start - 1)) && isLetter(text.charCodeAt(start - 2))) {
    const prefix = wordStart(text, start - 1);
    const compound = readCompound(text.slice(prefix, start - 1) + text.slice(start, end));
    if (compound !== NOT_SPINE) return { start: prefix, end, word: compound };
  }
  if (isHyphen(text.charCodeAt(end)) && isLetter(text.charCodeAt(end + 1))) {
    readWord(scan, end + 1);
    const compound = readCompound(text.slice(start, end) + text.slice(end + 1, scan.end));
    if (compound !== NOT_SPINE) return { start, end: scan.end, word: compound };
  }
  return { start, end, word: plain };
}

function readCompound(word: string): number {
  return readWord({ text: word, end: 0 }, 0);
}
