import { readLevels } from '../../spine/index.ts';
import { foldResponse } from './fold-response.ts';

export type OptionTexts = {
  letters: string[];
  /** As the text of a response is folded, in lower case: what may stand behind a letter. */
  glosses: Map<string, string>;
  /** Words alone, longest first: what may stand in place of a letter. */
  names: Array<{ letter: string; name: string }>;
  /** As folded, in lower case, by each name: what may begin a sentence. */
  subjects: string[];
  allOf: string | null;
  noneOf: string | null;
};

const allOf =
  /\ball (?:of )?(?:the |these |those )?(?:above|these|options|choices|answers|statements|listed)\b|以上(?:选项|各项|几项|三项|四项|所有)?(?:都|均|皆|全部?)(?!不|非|错|无)|全选|全部(?:正确|都对|选)/i;
const noneOf =
  /\bnone (?:of )?(?:the )?(?:above|these|them|those|options|choices|answers|given|listed)\b|^none$|\b(?:answer|option) is not (?:listed|given|among (?:the|these|those|them))\b|以上(?:选项|各项|几项|三项|四项|所有)?(?:都|均|皆|全)(?:不|非|错)|都不(?:是|对|选|正确)|没有(?:一个|任何)?(?:正确|选项)/i;

export function readOptionTexts(options: Record<string, string>): OptionTexts {
  const entries = Object.entries(options);
  const names = entries.flatMap(([letter, text]) =>
    namesOf(foldResponse(text)).map(name => ({ letter, name })),
  );
  // Two options whose words fold alike cannot be told apart by them; one letter is no words.
  const alone = names.filter(
    ({ name }) => !/^[a-z]?$/.test(name) && names.filter(other => other.name === name).length === 1,
  );
  const that = (pattern: RegExp) => entries.find(([, text]) => pattern.test(text))?.[0] ?? null;
  return {
    letters: entries.map(([letter]) => letter).sort(),
    glosses: new Map(entries.map(([letter, text]) => [letter, foldResponse(text).toLowerCase()])),
    names: alone.sort((a, b) => b.name.length - a.name.length),
    subjects: entries.flatMap(([, text]) =>
      callsOf(foldResponse(text)).map(one => one.toLowerCase()),
    ),
    allOf: that(allOf),
    noneOf: that(noneOf),
  };
}

/** What an option may be called: `Diffuse hyperostosis (DISH)` by either name alone. */
function callsOf(text: string): string[] {
  const [, long, short] = abbreviated.exec(text) ?? [];
  return long === undefined ? [text] : [text, long, short!];
}

const namesOf = (text: string) => [...new Set(callsOf(text).map(wordsOf))];

const abbreviated = /^([^()]{4,200}?) ?\(([A-Z][A-Za-z]*[A-Z][A-Za-z0-9]{0,8})\)$/;

export const saysAll = (text: string) => allOf.test(text);
export const saysNone = (text: string) => noneOf.test(text);

/** The options that a piece of text names by their words, without those it denies. */
export function namedOptions(text: string, { names, allOf: all, noneOf: none }: OptionTexts) {
  if (all !== null && saysAll(text)) return [all];
  if (none !== null && saysNone(text)) return [none];
  let rest = ` ${wordsOf(text)} `;
  const found: string[] = [];
  for (const { letter, name } of names) {
    // Found longest first and taken out, so that no name is found inside a longer one.
    for (let at = findWord(rest, name, 0); at >= 0; at = findWord(rest, name, at)) {
      const denied = denial.test(rest.slice(Math.max(0, at - 24), at));
      rest = `${rest.slice(0, at)}\u0002${rest.slice(at + name.length)}`;
      if (!denied && !found.includes(letter)) found.push(letter);
    }
  }
  return found;
}

/** `Both A and B` as the text of an option, where an answer begins: its length, and whose it is. */
export function startsWithOption(text: string, { glosses }: OptionTexts) {
  const said = text.toLowerCase();
  for (const [letter, gloss] of glosses) {
    if (
      /(?<![a-z])[a-z](?![a-z])/.test(gloss) &&
      joined.test(gloss) &&
      said.startsWith(gloss) &&
      endsAt(said, gloss.length)
    )
      return { letter, length: gloss.length };
  }
  return null;
}

/** `I and II` is no beginning of `I and III`. */
const endsAt = (said: string, at: number) => !/[a-z0-9]/.test(said[at] ?? ' ');

const joined = /(?<![a-z])[a-z] ?(?:and|or|&|\+|,|、|和|与|或)/;

/** The option whose words these are, and no others. */
export function optionNamed(text: string, { names }: OptionTexts): string | null {
  if (text.length > 500) return null;
  const words = wordsOf(text);
  return names.find(({ name }) => name === words)?.letter ?? null;
}

const denial =
  /(?:\b(?:not|no|without|exclude[sd]?|excluding|than|instead of|unlike|against|over)(?: (?:an?|the|any))? |(?:不是|非|无|排除|否认|不考虑|不像|不支持|不选) ?)$/;

/** The one option whose text holds all of a short answer, such as `fusion` for `lumbar fusion`. */
export function optionAround(text: string, { names }: OptionTexts): string[] {
  const words = wordsOf(text).replace(/^(?:an?|the) /, '');
  const enough = /\p{Script=Han}/u.test(words)
    ? words.length >= 3
    : /^[ctls]\d{1,2}$|.{4}/.test(words);
  if (!enough) return [];
  const around = names.filter(({ name }) => findWord(` ${name} `, words, 0) >= 0);
  const letters = new Set(around.map(({ letter }) => letter));
  return letters.size === 1 ? [...letters] : [];
}

const levelPair =
  /(?<![A-Za-z0-9])(?:[CTLS]|[颈胸腰骶]椎?) ?\d{1,2}(?: ?[-–/~至] ?(?:[CTLS]|[颈胸腰骶]椎?)? ?\d{1,2})+(?!\d)/gi;
const plural = /\b([a-z]{3,}(?:[^aeious\W]|(?<!s)e|a))s\b/g;

/** `L4-L5`, `L4/5` and 腰4/5 under one name; read alone, so that no context changes it. */
function nameLevel(said: string): string {
  const [level, ...others] = readLevels(said);
  return level === undefined || others.length > 0 ? said : level.levels.join('/');
}

/** Letters, numbers and the signs that tell one number from another; plurals as one. */
function wordsOf(text: string): string {
  return text
    .replace(levelPair, nameLevel)
    .toLowerCase()
    .replace(/(?<=[a-z])'s\b/g, '')
    .replace(/([a-z]{3})ies\b/g, '$1y')
    .replace(plural, '$1')
    .replace(/([a-z]{3}[tnhidrlk][aoy])ses\b/g, '$1sis')
    .replace(/ae|oe/g, 'e')
    .replace(/tumour/g, 'tumor')
    .replace(/[^\p{L}\p{N}<>≤≥%./+]+/gu, ' ')
    .replace(/(?<!\d)\.|\.(?!\d)/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

function findWord(text: string, word: string, from: number): number {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + word.length] ?? ' ';
    const cut = (edge: string, beside: string) =>
      /[a-z0-9<>≤≥%/]/.test(edge) && /[a-z0-9/.]/.test(beside);
    if (!cut(word[0]!, before) && !cut(word.at(-1)!, after)) return at;
  }
  return -1;
}
