import type { OptionTexts } from './option-text.ts';

export type LetterGroup = {
  start: number;
  end: number;
  letters: string[];
  /** `A or B`: named, but not decided. */
  undecided: boolean;
  /** Nothing follows that could make the letter a word's: a stop, a bracket, the end, a reason. */
  closed: boolean;
  /** The text of its option follows a letter: `C. Microdiscectomy`. */
  glossed: boolean;
  /** Where the list stands before its first comma: what is left if the rest has its own verdict. */
  first: { letters: string[]; end: number } | null;
};

// More than any answer names; it keeps the reading of an endless list short.
const longestList = 60;

type Element = { letters: string[]; start: number; end: number; glossed: boolean };

const opening =
  /(?:[ ([<:]|\b(?:options?|choices?|answers?|letters?|both|either)\b(?! ?(?:are|is)\b)|选项|答案){0,6}/iy;
const upper = /[A-Z]{1,10}(?![A-Za-z0-9])/y;
const lower = /[a-z](?= ?[)\].,;:!\n¶]| ?$)/y;
const closing = / ?[)\]>]{1,3}/y;
const bracket =
  /(?:选?项)? ?\((?! ?(?:[✅✓✔√☑❌✗✘×]|(?:yes|no|true|false|correct|incorrect|right|wrong)\b|[对错是否不]|正确))[^()\n]{1,120}\)/y;
const beforeGloss = /(?:选?项)?[ .:),、。-]{0,4}/y;
const joint =
  /[ ]?(?:(?<also>and(?!\/)|&|\+|plus|as well as|和|与|及|以及|跟)|(?<or>and\/or|or(?: (?:possibly|maybe|perhaps|even))?|\/|或者?|还是)|(?<comma>[,、;])[ ]?(?:(?<more>as well as|plus)|(?<also2>and|&|和|以及|及)|(?<or2>or(?: (?:possibly|maybe|perhaps|even))?|或者?))?|(?<line>\n{1,2}(?:\d{1,2}[.)] ?|- ?)?)|(?<bare>))[ ]?/iy;
const ends =
  / ?(?:$|[.,;:!?)\]\n¶。、&+/=—→✅✓✔√]|-(?![A-Za-z0-9])|(?:and|or|plus|because|since|as|for|which|are|were|both|all|apply|qualify|not|rather|over|instead|only|due|given|but|after all)\b|[和与及或因由而均都三两四这之中吧哦啊呀啦哈了]|以?外|还是|以及|但|不过|项|选项|正确|符合|[是为](?:正确|最|答案|对的|符合|合适))/iy;
const spaced = / [A-Z](?![A-Za-z0-9'’°.-])/y;
const echo = / ?,? ?(?:\.\.\.|…)/y;

// Words that may follow an answer's letter; behind any other an `A` is an article.
const afterArticle =
  /(?:is|are|was|because|since|as|and|or|for|with|due|given|but|not|would|seems|fits|best|rather|instead|only|over|which|in|on|by|from|it (?:is|must)|beats|wins|outweighs|trumps|explains|accounts|matches|captures|describes|remains|stands|after all|\(|-)\b/iy;
// Behind these a letter is the first half of a name: B cell, C reactive protein, D dimer.
const halves =
  / (?:cells?|lymph|fib(?:er|re)s?|reactive|dimer|arm|mode|scan|wave|wires?|scores?|types?|class|grade|virus|strep|vitamin|level [0-9])/iy;
const species =
  /\. (?:difficile|coli|aureus|epidermidis|pneumoniae|acnes|tuberculosis|albicans|perfringens|aeruginosa|faecalis)/iy;
const hanBehind =
  /选?项|作为|方案|做|[之中这那即和与及或因由而均都三两四是为最更胜才也对吧了哦啊呀啦哈呢。]|正确|符合|莫属|还是|以及|无误|但|错|不|较|比|应|以?外|[(（]/y;

/** Reads a letter or a list of letters that begins at `at`, brackets and labels included. */
export function readLetters(text: string, at: number, texts: OptionTexts): LetterGroup | null {
  const first = readElement(text, at, texts);
  if (first === null) return null;
  const elements = [first];
  let undecided = false;
  let slashes = 0;
  let comma = '';
  let also = false;
  let beforeComma = 0;
  while (elements.length < longestList) {
    const last = elements.at(-1)!;
    const by = match(joint, text, last.end);
    if (by === null) break;
    const { line, bare } = by.groups!;
    const mark = by.groups!.comma;
    const either = by.groups!.or ?? by.groups!.or2;
    const next = readElement(text, last.end + by[0].length, texts);
    if (next === null) break;
    if (line !== undefined && !(last.glossed && next.glossed) && !areLines(text, last, next)) break;
    const ended = next.glossed || test(ends, text, next.end);
    const goesOn = test(spaced, text, next.end);
    const touching = /[)\]]/.test(text[last.end - 1]!) && /[([]/.test(text[next.start]!);
    if (bare !== undefined && !touching && !(by[0] !== '' && single(last) && (ended || goesOn)))
      break;
    if (bare !== undefined && !touching && text[next.start] !== next.letters[0]) break;
    if (mark !== undefined) {
      // `ABD, C and E are benign`, `A and B; C is not`: a list goes on as it began.
      const { more } = by.groups!;
      if (last.letters.length > 1 || (also && more === undefined) || !ended) break;
      if (comma !== '' && mark !== comma) {
        if (comma !== '、') elements.length = beforeComma;
        break;
      }
      if (beforeComma === 0 || mark !== '、') beforeComma = elements.length;
      comma = mark;
    }
    if (mark === undefined && line === undefined && bare === undefined && either === undefined)
      also = true;
    if (by.groups!.also2 !== undefined) also = true;
    if (either !== undefined) undecided = true;
    if (by[0].trim() === '/') slashes += 1;
    elements.push(next);
  }
  const end = elements.at(-1)!.end;
  if (test(echo, text, end) || isPlaceholder(elements, texts)) return null;
  const letters = [...new Set(elements.flatMap(element => element.letters))];
  return {
    start: first.start,
    end,
    letters,
    // `A/B` leaves it open, `A/B/C` is a list.
    undecided: undecided && letters.length > 1 && !(slashes > 1 && slashes === elements.length - 1),
    closed: elements.at(-1)!.glossed || test(ends, text, end),
    glossed: elements.some(element => element.glossed),
    first: comma === '' || comma === '、' ? null : { letters: first.letters, end: first.end },
  };
}

function readElement(text: string, at: number, texts: OptionTexts): Element | null {
  const opened = match(opening, text, at)?.[0] ?? '';
  const start = at + opened.length;
  const said = match(upper, text, start)?.[0] ?? match(lower, text, start)?.[0].toUpperCase();
  if (said === undefined || !isLetters(said, text, start, texts, /[([]/.test(opened))) return null;
  let end = start + said.length;
  end += match(closing, text, end)?.[0].length ?? 0;
  let glossed = false;
  const gloss = said.length === 1 ? texts.glosses.get(said) : undefined;
  if (gloss !== undefined && gloss !== '') {
    const between = match(beforeGloss, text, end)?.[0] ?? '';
    const open = text[end + between.length] === '(' ? 1 : 0;
    const from = end + between.length + open;
    if (text.slice(from, from + gloss.length).toLowerCase() === gloss) {
      end = from + gloss.length;
      if (text[end] === ')') end += 1;
      glossed = true;
    }
  }
  if (!glossed) end += match(bracket, text, end)?.[0].length ?? 0;
  const first = opened.search(/[([]/);
  return { letters: [...said], start: first < 0 ? start : at + first, end, glossed };
}

/** Whether the capitals at `at` can be options' letters at all, by what they touch. */
function isLetters(
  said: string,
  text: string,
  at: number,
  texts: OptionTexts,
  bracketed: boolean,
): boolean {
  const after = at + said.length;
  const behind = text.slice(after, after + 3);
  if (/^['’°%]|^[-–~‐‑][A-Za-z0-9]/.test(behind)) return false;
  if (/^\.[A-Za-z]\./.test(behind) || test(species, text, after)) return false;
  if (startsOption(text, at, said, texts)) return false;
  if (said.length > 1) {
    if (new Set(said).size < said.length || [...said].sort().join('') !== said) return false;
    if (texts.names.some(({ name }) => name.split(' ').includes(said.toLowerCase()))) return false;
    const strange = [...said].some(letter => !texts.letters.includes(letter));
    // `ABE` may name an option too many; `ALS` is a word.
    const near = String.fromCharCode(texts.letters.at(-1)!.charCodeAt(0) + 2);
    return !strange || (said.at(-1)! <= near && test(ends, text, after));
  }
  if (bracketed && /^ ?[)\]]/.test(behind)) return true;
  const own = texts.glosses.get(said);
  if (own !== undefined && own !== '') {
    const next = text.slice(after).slice(0, own.length + 1);
    if (next.trimStart().toLowerCase().startsWith(own)) return true;
  }
  if (/^\p{Script=Han}/u.test(behind)) return test(hanBehind, text, after);
  if (/^(?:です|で|だ|が|입|이)/.test(behind)) return true;
  if (test(halves, text, after)) return false;
  if (!/^ ?[\p{L}\p{N}]/u.test(behind)) return true;
  if (said === 'A') return test(afterArticle, text, after + 1) || test(spaced, text, after);
  return said !== 'I';
}

/** `A型骨折` or `C-reactive protein` as the text of an option is no letter. */
function startsOption(text: string, at: number, said: string, texts: OptionTexts): boolean {
  for (const gloss of texts.glosses.values()) {
    if (gloss.length <= said.length || !gloss.startsWith(said.toLowerCase())) continue;
    if (text.slice(at, at + gloss.length).toLowerCase() === gloss) return true;
  }
  return false;
}

const opensLine = /(?:^|\n)(?:\d{1,2}[.)] ?)?[([]?$/;
const endsLine = /[.)\]]? ?(?:\n|$)/y;

/** One letter a line, and nothing with it. */
function areLines(text: string, last: Element, next: Element): boolean {
  return (
    opensLine.test(text.slice(Math.max(0, last.start - 6), last.start)) &&
    test(endsLine, text, last.end) &&
    test(endsLine, text, next.end)
  );
}

const single = (element: Element) => element.letters.length === 1;

function isPlaceholder(elements: Element[], texts: OptionTexts): boolean {
  const [letter] = elements[0]!.letters;
  return /[XYZN]/.test(letter!) && !texts.letters.includes(letter!);
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function test(pattern: RegExp, text: string, at: number): boolean {
  return match(pattern, text, at) !== null;
}
