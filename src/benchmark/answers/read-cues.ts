import { chineseCues } from './chinese-cues.ts';
import { type Cue, findAll } from './cue.ts';
import { isDoubted } from './doubt.ts';
import { englishCues } from './english-cues.ts';
import { stop } from './fold-response.ts';
import { foreignCues } from './foreign-cues.ts';
import { isHypothetical } from './is-hypothetical.ts';
import {
  namedOptions,
  type OptionTexts,
  optionAround,
  saysAll,
  saysNone,
  startsWithOption,
} from './option-text.ts';
import { type LetterGroup, readLetters } from './read-letters.ts';
import { setsApart, setsLast } from './sets-last.ts';
import type { Statement } from './statement.ts';
import { deniesOutright, readVerdict } from './verdict.ts';

const cues = [...englishCues, ...chineseCues, ...foreignCues];
const wrongQuality =
  /incorrect|wrong|false|other|remaining|another|rejected|eliminated|excluded|initial|first|previous|originally|least|less|his |their |不|非|错误|有误|排除|鉴别|除外/i;
const deniedQuality = /\bnot\b|n't|never|cannot/i;
// Its letter is a grade's, not an option's.
const graded =
  /(?:\b(?:grade|type|class|stage|group|zone|category|figure|panel)|分级|分型|分期|等级|级别|血型|类型)\s?(?:is|:|是|为)\s?$/i;
// A cue that spans a turn begins anew: `that A is correct, so the answer is`.
const turns = /,|\b(?:so|but|therefore|thus|hence)\b|所以|因此|但/i;
const aside =
  /^ ?(?:[,;] ?)?(?:but|but rather|rather|instead|it is|it's|而是|而应?是|应该?是|是|而选|选) ?:?/i;
const reasons =
  /\b(?:because|since|as it|due to|rather than|instead of|not|but|which|unlike|versus|vs|whereas|while|so|over)\b|因为|由于|而不是|而非|并非|不是|但/i;

/** Statements that words such as `the answer is`, `I choose`, 故选 announce. */
export function readCues(text: string, texts: OptionTexts): Statement[] {
  return cues.flatMap(cue =>
    findAll(cue.pattern, text).flatMap((found, at, all) =>
      // A cue that another one follows at once announces nothing.
      all[at + 1]?.index === found.index + found[0].length ? [] : readCue(text, cue, found, texts),
    ),
  );
}

function readCue(text: string, cue: Cue, found: RegExpExecArray, texts: OptionTexts): Statement[] {
  const quality = found.groups?.quality ?? '';
  if (wrongQuality.test(quality)) return [];
  const start = found.index;
  const from = start + found[0].length;
  const before = text.slice(Math.max(0, start - 12), start);
  if (setsLast(text, found)) return [];
  if (cue.unless?.test(before.slice(before.search(/[^\n,。.;:!?]*$/)))) return [];
  const denied =
    found.groups?.denied !== undefined ||
    deniedQuality.test(quality) ||
    cue.deniedBy?.test(text.slice(Math.max(0, start - 40), start)) === true ||
    /n't\b/i.test(found[0]) ||
    (isDoubted(text, start) && !turns.test(found[0])) ||
    /未必|不一定|难说/.test(found[0]);
  if (graded.test(found[0])) return [];
  const hedged =
    /(?:也许|或许|可能|maybe|perhaps|possibly) ?$/i.test(before) ||
    /\b(?:might|could|may|was|were)\b|(?<!最|最有|更|极|不|高度)可能|或许|也许|大概/i.test(
      found[0],
    );
  const strength = hedged && !/\bI mean/i.test(found[0]) ? 'weak' : cue.strength;
  const pointing = startsWithOption(text.slice(from, from + 60).trimStart(), texts);
  if (pointing !== null && !denied && cue.takes !== 'text') {
    const end = from + pointing.length;
    if (isHypothetical(text, start, end, from)) return [];
    const letters = [pointing.letter];
    const rule = 'option-text';
    return [{ at: start, end, strength, letters, denied, undecided: false, rule }];
  }
  const group = cue.takes === 'text' ? null : readLetters(text, from, texts);
  if (group !== null && group.start - from <= 12) {
    if (cue.takes === 'closed' && !group.closed) return [];
    if (cue.takes === 'list') {
      if (!isSomeOf(group, texts)) return [];
      if (setsApart(text, start)) return [];
    }
    return readAnswer(text, { start, strength, denied }, group, texts);
  }
  if (denied || (cue.takes !== 'either' && cue.takes !== 'text')) return [];
  return readWords(text, { start, from, strength }, texts);
}

/** Named one after the other, all options are the question's list and no answer. */
function isSomeOf({ letters, closed }: LetterGroup, texts: OptionTexts): boolean {
  return closed && letters.length > 1 && letters.length < texts.letters.length;
}

function readAnswer(
  text: string,
  cue: { start: number; strength: Statement['strength']; denied: boolean },
  group: LetterGroup,
  texts: OptionTexts,
): Statement[] {
  if (isHypothetical(text, cue.start, group.end, group.start)) return [];
  const statement = (letters: string[], end: number, denied: boolean, from = cue.start) => ({
    at: from,
    end,
    strength: cue.strength,
    letters,
    denied,
    undecided: group.undecided && !denied,
    rule: 'announced-letter',
  });
  const refuted =
    readVerdict(text, group.end)?.holds === false &&
    (!group.glossed || deniesOutright(text, group.end));
  if (refuted && !cue.denied && group.first !== null)
    return [statement(group.first.letters, group.first.end, false)];
  const denied = cue.denied || refuted || refutedBehind(text, group.end);
  const said = statement(group.letters, group.end, denied);
  if (!cue.denied) return [said];
  const turn = aside.exec(text.slice(group.end, group.end + 24));
  const next = turn && readLetters(text, group.end + turn[0].length, texts);
  return next ? [said, statement(next.letters, next.end, false, group.end)] : [said];
}

const labelledRefuted =
  /^ ?:? ?(?!Because|Since|Although|While|As |Option|The other)[A-Z][a-z]+ [^.;,:\n]{0,100}?\b(?:is|are|would be) (?:contraindicated|incorrect|wrong|false|excluded|ruled out|inappropriate|unlikely|not (?:correct|indicated|appropriate|the answer))\b/;

/** `A) Open surgery is contraindicated`: the words behind a label refute it. */
function refutedBehind(text: string, at: number): boolean {
  return text[at - 1] === ')' && labelledRefuted.test(text.slice(at, at + 140));
}

const open = /^\s?(?:both|unclear|unknown|uncertain|undetermined|not clear|不明|不确定|未知)/i;

/** The words behind a cue, as the text of one option or, where several may be right, of several. */
function readWords(
  text: string,
  cue: { start: number; from: number; strength: Statement['strength'] },
  texts: OptionTexts,
): Statement[] {
  const words = sentenceFrom(text, cue.from);
  const end = cue.from + words.length;
  if (isHypothetical(text, cue.start, end)) return [];
  const core = words.slice(0, reasons.exec(words)?.index ?? words.length);
  let letters = namedOptions(core, texts);
  if (letters.length === 0 && cue.strength === 'strong') letters = optionAround(core, texts);
  const none = letters.length === 0 && saysNone(core);
  const all = letters.length === 0 && saysAll(core);
  const bracketed = /\( ?(?:options?|choice|answer|选项)? ?([A-Z]) ?\)/i.exec(core)?.[1];
  if (bracketed !== undefined && texts.letters.includes(bracketed.toUpperCase())) {
    const letter = bracketed.toUpperCase();
    if (letters.length === 0 || letters.includes(letter))
      return [answer([letter], 'announced-letter', 'strong')];
    return [{ ...answer([letter, ...letters], 'announced-letter'), undecided: true }];
  }
  if (cue.strength === 'strong' && open.test(core)) return [answer([], 'undecided')];
  if (none) return [answer([], 'none-of-them')];
  if (all && texts.allOf === null) return [answer([...texts.letters], 'all-of-them')];
  return letters.length > 0 ? [answer(letters, 'option-text')] : [];

  function answer(found: string[], rule: string, strength = cue.strength): Statement {
    return { at: cue.start, end, strength, letters: found, denied: false, undecided: false, rule };
  }
}

// An answer in words is short; what stands further on belongs to something else.
const longestWords = 400;

const sentenceEnd = new RegExp(`[。;!?\\n${stop}]|(?<!\\b[ei]\\.[eg])\\.(?=\\s|$)`, 'u');

function sentenceFrom(text: string, from: number): string {
  const rest = text.slice(from, from + longestWords).replace(/^\s+/, gap => ' '.repeat(gap.length));
  const end = rest.search(sentenceEnd);
  return end < 0 ? rest : rest.slice(0, end);
}
