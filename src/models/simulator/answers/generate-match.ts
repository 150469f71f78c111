import type { Random } from '../chance/random.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const classes: Record<string, string> = {
  d: '0123456789',
  w: `${letters}0123456789_`,
  s: ' ',
};
const printable = `${letters}${letters.toUpperCase()}0123456789 -_.,`;

// Repeats in repeats would fill the memory.
const mostAtoms = 10_000;

// Tried this often for a match that also has the length.
const mostTries = 30;

/** A string that a regular expression matches, as far as it uses literals, classes, groups,
 *  alternatives, repeats and anchors; look-around and back-references are passed over. */
export function generateMatch(
  pattern: string,
  random: Random,
  least: number,
  most: number,
): string {
  let last = '';
  for (let tries = 0; tries < mostTries; tries++) {
    const reader = { pattern, at: 0, random, left: mostAtoms };
    last = readAlternatives(reader);
    if (!pattern.startsWith('^') && last.length < least) last += 'x'.repeat(least - last.length);
    if (last.length >= least && last.length <= most) return last;
  }
  return last;
}

type Reader = { pattern: string; at: number; random: Random; left: number };

function readAlternatives(reader: Reader): string {
  const found = [readSequence(reader)];
  while (reader.pattern[reader.at] === '|') {
    reader.at++;
    found.push(readSequence(reader));
  }
  return reader.random.pick(found);
}

function readSequence(reader: Reader): string {
  let text = '';
  while (reader.at < reader.pattern.length && !'|)'.includes(reader.pattern[reader.at]!)) {
    const start = reader.at;
    let once = readAtom(reader);
    const end = reader.at;
    const times = readRepeat(reader);
    const after = reader.at;
    if (times === 0) once = '';
    text += once;
    // Read again for each time, so that [a-z]{3} is not one letter thrice.
    for (let more = 1; more < times && reader.left > 0; more++) {
      reader.at = start;
      text += readAtom(reader);
      reader.at = end;
    }
    reader.at = after;
  }
  return text;
}

function readAtom(reader: Reader): string {
  const { pattern, random } = reader;
  reader.left--;
  const character = pattern[reader.at++]!;
  if (character === '^' || character === '$') return '';
  if (character === '.') return random.pick([...letters]);
  if (character === '[') return readSet(reader);
  if (character === '(') return readGroup(reader);
  return character === '\\' ? random.pick([...readEscape(reader)]) || '' : character;
}

function readGroup(reader: Reader): string {
  const look = /^\?(?:[=!]|<[=!])/.exec(reader.pattern.slice(reader.at, reader.at + 3));
  const head = /^\?(?::|<\w+>|[=!]|<[=!])/.exec(reader.pattern.slice(reader.at, reader.at + 60));
  reader.at += head?.[0].length ?? 0;
  const inside = readAlternatives(reader);
  reader.at++;
  return look ? '' : inside;
}

/** The characters that an escape stands for. */
function readEscape(reader: Reader): string {
  const character = reader.pattern[reader.at++] ?? '';
  if (character === 'b' || character === 'B') return '';
  if (character === 'u') {
    const code = reader.pattern.slice(reader.at, reader.at + 4);
    reader.at += 4;
    return String.fromCharCode(Number.parseInt(code, 16) || 97);
  }
  if (character === 'p' && reader.pattern[reader.at] === '{') {
    reader.at = reader.pattern.indexOf('}', reader.at) + 1 || reader.pattern.length;
    return letters;
  }
  if (character === 'n') return '\n';
  if (character === 't') return '\t';
  const known = classes[character.toLowerCase()];
  if (known === undefined) return character;
  if (character === character.toLowerCase()) return known;
  return [...printable].filter(one => !known.includes(one)).join('');
}

function readSet(reader: Reader): string {
  const { pattern, random } = reader;
  const negated = pattern[reader.at] === '^';
  if (negated) reader.at++;
  let members = '';
  while (reader.at < pattern.length && pattern[reader.at] !== ']') {
    const member = readMember(reader);
    if (pattern[reader.at] === '-' && pattern[reader.at + 1] !== ']' && member.length === 1) {
      reader.at++;
      members += range(member, readMember(reader));
    } else members += member;
  }
  reader.at++;
  const from = negated ? [...printable].filter(one => !members.includes(one)) : [...members];
  return from.length > 0 ? random.pick(from) : '';
}

function readMember(reader: Reader): string {
  const character = reader.pattern[reader.at++]!;
  return character === '\\' ? readEscape(reader) : character;
}

function range(from: string, to: string): string {
  const start = from.charCodeAt(0);
  // A hundred of a large range are enough to choose from.
  const end = Math.min(to.charCodeAt(0), start + 100);
  return Array.from({ length: Math.max(0, end - start + 1) }, (_, step) =>
    String.fromCharCode(start + step),
  ).join('');
}

function readRepeat(reader: Reader): number {
  const found = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(
    reader.pattern.slice(reader.at, reader.at + 20),
  );
  if (!found) return 1;
  reader.at += found[0].length;
  const [, sign, least, comma, most] = found;
  if (sign === '?') return reader.random.below(2);
  if (sign) return (sign === '+' ? 1 : 0) + reader.random.below(4);
  const low = Number(least);
  const high = comma ? Number(most || low + 4) : low;
  return Math.min(1000, low + reader.random.below(Math.max(1, high - low + 1)));
}
