import { takesAll } from './all-of-them.ts';
import { dropThoughts } from './drop-thoughts.ts';
import { foldResponse } from './fold-response.ts';
import { type OptionTexts, optionNamed, readOptionTexts, saysNone } from './option-text.ts';
import { readClosing } from './read-closing.ts';
import { readCues } from './read-cues.ts';
import { readExceptions, withoutExcepted } from './read-exceptions.ts';
import { readHedges } from './read-hedges.ts';
import { readLines } from './read-lines.ts';
import { readSentence } from './read-sentence.ts';
import { readNamedVerdicts, readVerdicts } from './read-verdicts.ts';
import { refuses, takesBack } from './refusal.ts';
import { answersSeveral } from './several-questions.ts';
import type { Statement } from './statement.ts';
import { deniesOutright } from './verdict.ts';

export type ChoiceTask = 'mcq' | 'mcq-multi';
export type Question = { task: ChoiceTask; options: Record<string, string>; response: string };
export type ExtractedAnswer =
  | { status: 'parsed'; answer: string[]; rule: string }
  | { status: 'unparseable'; answer: []; rule: string };

/**
 * The option or options that a response settles on, by rule. An explicit statement counts before a
 * letter alone, that before an opinion on an option, that before an option's words; the last of
 * its kind wins. Where a careful reader would doubt, there is no answer; `rule` then says why.
 */
export function extractAnswer({ task, options, response }: Question): ExtractedAnswer {
  const { said, unfinished } = dropThoughts(response);
  const text = foldResponse(said);
  if (!/[\p{L}\p{N}]/u.test(text)) return unparseable(unfinished ? 'thoughts-only' : 'empty');
  const texts = readOptionTexts(options);
  const whole = optionNamed(text, texts);
  if (whole !== null) return parsed([whole], 'option-text');
  const multi = task === 'mcq-multi';
  const exceptions = readExceptions(text, texts);
  const statements = [
    ...withoutExcepted(
      [
        ...readCues(text, texts),
        ...readVerdicts(text, texts),
        ...readNamedVerdicts(text, texts),
        ...readHedges(text, texts),
      ],
      exceptions,
    ),
    ...exceptions.filter(({ letters }) => letters.length > 0),
  ].sort((a, b) => a.end - b.end || Number(a.denied) - Number(b.denied));
  if (answersSeveral(text, statements)) return unparseable('several-questions');
  const last = lastExplicit(statements);
  if (last !== null) {
    if (isTakenBack(text, last, statements)) return unparseable('taken-back');
    if (hasRival(text, last, statements)) return unparseable('undecided');
    return settle(last, texts, multi);
  }
  const why = refuses(text) ? 'refused' : 'none-found';
  if (unfinished) return unparseable('thoughts-only');
  const line = readLines(text, texts, multi);
  if (line !== null) return settle(line, texts, multi);
  if (why === 'refused') return unparseable(why);
  if (multi && texts.allOf === null && exceptions.length === 0 && takesAll(text))
    return parsed(texts.letters, 'all-of-them');
  const closing = readClosing(text, texts);
  if (closing !== null) return parsed([closing], 'option-text');
  return (
    weigh(statements, text, texts, multi) ??
    inWords(readSentence(text, texts), multi) ??
    unparseable(saysNone(text) ? 'none-of-them' : why)
  );
}

function lastExplicit(statements: Statement[]): Statement | null {
  const strong = statements.filter(({ strength }) => strength === 'strong');
  const named = ({ end, letters }: Statement) => `${end} ${letters.join()}`;
  const denied = new Set(strong.filter(one => one.denied).map(named));
  return strong.findLast(one => !one.denied && !denied.has(named(one))) ?? null;
}

/** Whether what follows the last statement says that it was wrong. */
function isTakenBack(text: string, last: Statement, statements: Statement[]): boolean {
  if (takesBack(text, last.end)) return true;
  return statements.some(
    ({ at, end, denied, letters, rule }) =>
      denied &&
      at > last.at &&
      end >= last.end &&
      last.letters.length === 1 &&
      letters.includes(last.letters[0]!) &&
      (rule === 'announced-letter' || (rule === 'judged-letter' && deniesOutright(text, end))),
  );
}

const turn =
  /\b(?:but|however|now|then|wait|actually|no|so|thus|therefore|hence|final\w*|instead|rather|correct\w*|change\w*|strike|scratch|edit|revis\w*|updat\w*|amend\w*)\b|改|但|而|最终|因此|所以|故|不|应|其实|更正|正确|答案/i;

const addsMore =
  /^[\s.,;)\]—–-]{0,4}(?:(?:oh|ah|hmm|sorry|wait)[,.… ]{1,3}){0,2}(?:and|also|plus|as well as)(?: also)? (?:(?:maybe|perhaps|possibly) )?(?:option )?[A-Z][.!?]?(?:$|\n)/i;

/** `The young take A, the old take B`: one breath, two answers, and no turn between them. */
function hasRival(text: string, last: Statement, statements: Statement[]): boolean {
  if (addsMore.test(text.slice(last.end, last.end + 60))) return true;
  return statements.some(one => {
    // `A, B, and maybe D`
    if (one.rule === 'hedged-letter' && one.at >= last.end && one.at - last.end <= 8)
      return !/[.。!?;\n]/.test(text.slice(last.end, one.at));
    if (one.strength !== 'strong' || one.denied || one.end >= last.at) return false;
    if (last.at - one.end > 80 || one.letters.join() === last.letters.join()) return false;
    const between = text.slice(one.end, last.at);
    return !/[.。!?\n]/.test(between) && !turn.test(text.slice(one.end, last.end));
  });
}

/** The verdicts on single options, where the response states no answer. */
function weigh(
  statements: Statement[],
  text: string,
  texts: OptionTexts,
  multi: boolean,
): ExtractedAnswer | null {
  const weak = statements.filter(({ strength }) => strength === 'weak');
  const against = new Set(weak.filter(({ denied }) => denied).flatMap(({ letters }) => letters));
  const positive = weak.filter(({ denied }) => !denied);
  const words = positive.filter(({ rule }) => rule === 'option-text');
  const onLetters = positive.filter(({ rule }) => rule !== 'option-text');
  const plain = onLetters.findLastIndex(one => one.rule !== 'hedged-letter');
  // What is left open before one option is preferred is settled by that.
  const settled = multi
    ? onLetters
    : onLetters.filter((one, at) => at >= plain || one.rule !== 'hedged-letter');
  const kept = settled.length > 0 ? settled : words.slice(-1);
  const letters = [...new Set(kept.flatMap(one => one.letters))];
  if (letters.length === 0) return null;
  if (letters.some(letter => against.has(letter))) return unparseable('contradiction');
  if (kept.at(-1)!.rule !== 'exception' && takesBack(text, kept.at(-1)!.end))
    return unparseable('taken-back');
  const judged = new Set([...letters, ...against]);
  const all = texts.letters.every(letter => judged.has(letter));
  // A verdict a line, and the last lines may be missing.
  if (multi && kept.length > 1 && !all && !/[.。!！)✅❌√×]\s*$/.test(text))
    return unparseable('cut-off');
  return settle(
    { ...kept.at(-1)!, letters, undecided: kept.some(one => one.undecided) },
    texts,
    multi,
  );
}

function inWords(letters: string[], multi: boolean): ExtractedAnswer | null {
  if (letters.length === 0 || (letters.length > 1 && !multi)) return null;
  return parsed(letters, 'option-text');
}

function settle(statement: Statement, texts: OptionTexts, multi: boolean): ExtractedAnswer {
  const { letters, undecided, rule } = statement;
  if (letters.length === 0) return unparseable(rule);
  if (undecided) return unparseable('undecided');
  if (letters.some(letter => !texts.letters.includes(letter))) return unparseable('out-of-range');
  if (!multi && letters.length > 1) return unparseable('several-letters');
  return parsed(letters, rule);
}

function parsed(letters: string[], rule: string): ExtractedAnswer {
  return { status: 'parsed', answer: [...new Set(letters)].sort(), rule };
}

function unparseable(rule: string): ExtractedAnswer {
  return { status: 'unparseable', answer: [], rule };
}
