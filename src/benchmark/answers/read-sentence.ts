import { isHypothetical } from './is-hypothetical.ts';
import { namedOptions, type OptionTexts, optionAround, optionNamed } from './option-text.ts';

// Longer than this a response argues, even without a stop.
const longestSentence = 600;
const goesOn = /[.。!?;\n](?=.*[\p{L}\p{N}])/su;
const weighing =
  /\boptions? [A-Z]\b|选项 ?[A-Z]|[A-Z] ?选?项|首先|鉴别|区[别分]|混淆|\b(?:first(?:ly)?|consider\w*|distinguish\w*|differ\w*|versus|vs|mimic\w*)\b/i;
const denying =
  /\b(?:not?|excluded?|ruled|possible|unlikely|or|if|whether|unclear|uncertain|doubt\w*|improbable|normal|intact|preserved|spared|unremarkable|history|previous(?:ly)?|prior|after)\b|既往|病史|术后|不|排除|否认|未必|难说|或|无|正常|未见/i;

/** The options that a response of one sentence names by their words: `The patient has …`. */
export function readSentence(text: string, texts: OptionTexts): string[] {
  if (text.length > longestSentence || goesOn.test(text) || weighing.test(text)) return [];
  if (isHypothetical(text, 0, 0)) return [];
  const head = cutContrast(text, texts);
  const named = namedOptions(head, texts);
  const about = named.length === 1 && (named[0] === texts.noneOf || named[0] === texts.allOf);
  return about || !denying.test(head) ? named : [];
}

const contrast =
  /,? (?:(?<=, )not|(?:and|but) not|rather than|instead of) (?:(?:an?|the) )?|[,，]?\s?(?:而不是|而非|不是|并非)/i;
const aLevel = /^[CTLS腰胸颈骶]\s?\d{1,2}\s?[-/]\s?[CTLS骶]?\d{1,2}[.。]?$/i;

const turnedFirst =
  /^(?:(?:it|this|that|the level|the diagnosis)(?: is|'s) )?not [^.,]{1,80},? but (?:rather )?|^不是[^,。]{1,40},?而是/i;

/** `L5/S1, not L4/L5` and `not L4/L5 but L5/S1` without what it sets aside, where that too is an option or a level. */
function cutContrast(text: string, texts: OptionTexts): string {
  const first = turnedFirst.exec(text)?.[0];
  if (first !== undefined) return text.slice(first.length);
  const found = contrast.exec(text);
  if (found === null || found.index === 0) return text;
  const tail = text.slice(found.index + found[0].length);
  if (
    !aLevel.test(tail) &&
    optionNamed(tail, texts) === null &&
    optionAround(tail, texts).length === 0
  )
    return text;
  return text.slice(0, found.index);
}
