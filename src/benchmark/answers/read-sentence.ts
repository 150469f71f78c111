import { isHypothetical } from './is-hypothetical.ts';
import { namedOptions, type OptionTexts } from './option-text.ts';

// Longer than this a response argues, even without a stop.
const longestSentence = 600;
const goesOn = /[.。!?;\n](?=.*[\p{L}\p{N}])/su;
const weighing =
  /\boptions? [A-Z]\b|选项 ?[A-Z]|[A-Z] ?选?项|首先|鉴别|区[别分]|混淆|\b(?:first(?:ly)?|consider\w*|distinguish\w*|differ\w*|versus|vs|mimic\w*)\b/i;
const denying =
  /\b(?:not?|excluded?|ruled|possible|unlikely|or|if|normal|intact|preserved|spared|unremarkable|history|previous(?:ly)?|prior|after)\b|既往|病史|术后|不|排除|否认|或|无|正常|未见/i;

/** The options that a response of one sentence names by their words: `The patient has …`. */
export function readSentence(text: string, texts: OptionTexts): string[] {
  if (text.length > longestSentence || goesOn.test(text) || weighing.test(text)) return [];
  if (isHypothetical(text, 0, 0)) return [];
  const named = namedOptions(text, texts);
  const about = named.length === 1 && (named[0] === texts.noneOf || named[0] === texts.allOf);
  return about || !denying.test(text) ? named : [];
}
