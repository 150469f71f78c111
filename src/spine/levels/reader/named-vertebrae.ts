import { addCandidate, JUNCTION, type LevelScan, PAIR, SINGLE } from './candidates.ts';
import { skipSpaces, skipSpacesBack } from './characters.ts';
import { buildWordReader, wordStart } from './lexicon.ts';
import { NO_SEPARATOR, ON } from './separators.ts';
import { ATLAS, AXIS, COCCYX, type Slot } from './slots.ts';
import {
  ATLANTOAXIAL_WORD,
  ATLAS_WORD,
  AXIS_WORD,
  COCCYX_WORD,
  type FoundWord,
  isJunctionWord,
  junctionOfWord,
} from './spine-words.ts';
import { SPELLED_OUT } from './traits.ts';

const BONE = 1;
const BEFORE_BONE = 2;
const LINK = 4;
const OTHER = 8;
const SISTER = 16;
const NERVOUS = 32;

/** Words around "atlas" and "axis", which name books, maps and lines more often than vertebrae. */
const readWord = buildWordReader([
  [
    BONE,
    `vertebra vertebrae fracture fractures arch ring body lateral assimilation occipitalization
     occipitalisation hypoplasia burst posterior anterior dislocation subluxation pedicle pedicles
     lamina laminae instability rotation tubercle spondylolisthesis screw screws bone`,
  ],
  [
    BEFORE_BONE,
    `fracture fractures arch arches mass masses ring ligament ligaments dens odontoid dislocation
     subluxation vertebra vertebrae vertebral bone bones assimilation hypoplasia tubercle tubercles process pedicle pedicles
     lamina body facet facets occiput skull osteolysis injury injuries tumor tumour`,
  ],
  [LINK, 'the of and on to with in at by from'],
  [
    OTHER,
    `brain an probabilistic anatomical multi image cell genome protein this our template statistical
     x y z long short vertical optical mechanical horizontal transverse mental adrenal gonadal brainstem
     rotational weight loading major minor gut cardiac main principal`,
  ],
  [SISTER, 'atlas axis'],
  [
    NERVOUS,
    `plexus plexopathy fascia fasciae orthosis orthoses brace braces corset trunk nerve nerves roots root
     radiculopathy radiculopathies polyradiculopathy enlargement aponeurosis dermatomes outflow`,
  ],
]);

/** Adds what a word of the spine other than a region's names; returns where it ends. */
export function readNamedVertebra(scan: LevelScan, found: FoundWord): number {
  const { start, end, word } = found;
  if (isJunctionWord(word)) {
    return isNervous(scan, end) ? end : addJunction(scan, start, end, junctionOfWord(word));
  }
  switch (word) {
    case COCCYX_WORD:
      return addBone(scan, start, end, COCCYX);
    case ATLAS_WORD:
      return isBone(scan, start, end) ? addBone(scan, start, end, ATLAS) : end;
    case AXIS_WORD:
      return isBone(scan, start, end) ? addBone(scan, start, end, AXIS) : end;
    case ATLANTOAXIAL_WORD:
      addCandidate(scan, start, end, PAIR, ATLAS, AXIS, ON, SPELLED_OUT);
      return end;
    default:
      return end;
  }
}

function addBone(scan: LevelScan, start: number, end: number, slot: Slot): number {
  addCandidate(scan, start, end, SINGLE, slot, slot, NO_SEPARATOR, SPELLED_OUT);
  return end;
}

export function addJunction(scan: LevelScan, start: number, end: number, junction: number): number {
  addCandidate(scan, start, end, JUNCTION, junction, junction, NO_SEPARATOR, SPELLED_OUT);
  return end;
}

/** Lumbosacral plexus, thoracolumbar fascia: these run past levels and are at none. */
function isNervous(scan: LevelScan, end: number): boolean {
  return (readWord(scan, skipSpaces(scan.text, end)) & NERVOUS) !== 0;
}

function isBone(scan: LevelScan, start: number, end: number): boolean {
  const next = readWord(scan, skipSpaces(scan.text, end));
  if (standsApart(scan.text, start, end)) return true;
  const before = wordsBefore(scan, start);
  if ((before & OTHER) !== 0) return false;
  if ((next & BONE) !== 0 || (before & (BEFORE_BONE | SISTER)) !== 0) return true;
  return linkedToSister(scan, end);
}

/** The whole text, all of a bracket, or with its number behind it: "atlas (C1)". */
function standsApart(text: string, start: number, end: number): boolean {
  const opens = start === 0 || text[start - 1] === '(';
  const closes = end === text.length || text[end] === ')';
  return (opens && closes) || text.startsWith('(C', skipSpaces(text, end));
}

/** Flags of the last content word before, over at most three links ("arch of the atlas"). */
function wordsBefore(scan: LevelScan, start: number): number {
  const { text } = scan;
  let at = start;
  for (let words = 0; words < 4; words++) {
    const end = skipSpacesBack(text, text[at - 1] === '-' || text[at - 1] === '/' ? at - 1 : at);
    at = wordStart(text, end);
    if (at === end) return 0;
    const flags = readWord(scan, at);
    if ((flags & LINK) === 0) return flags;
  }
  return 0;
}

/** "atlas and axis", "atlas on the axis", "atlas/axis". */
function linkedToSister(scan: LevelScan, end: number): boolean {
  const { text } = scan;
  let at = skipSpaces(text, end);
  if (text[at] === '/' || text[at] === '-') at++;
  for (let words = 0; words < 3; words++) {
    const flags = readWord(scan, at);
    if ((flags & SISTER) !== 0) return true;
    if ((flags & LINK) === 0) return false;
    at = skipSpaces(text, scan.end);
  }
  return false;
}
