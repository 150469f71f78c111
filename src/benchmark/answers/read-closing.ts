import { findAll } from './cue.ts';
import { isHypothetical } from './is-hypothetical.ts';
import { type OptionTexts, optionNamed } from './option-text.ts';
import { readLetters } from './read-letters.ts';

const longestClosing = 300;
const sentenceEnd =
  /(?<!\b(?:[ei]\.[ge]|vs|fig|dr|no|[A-Z]))[.!。](?=\s|$|\p{Script=Han}|[A-Z][.:、])/giu;
const asks =
  /\?\s?$|(?:differential|exclud\w*|ruled? out|history|previous|排除|鉴别|既往|病史|除外)[^.。]{0,80}$/i;

/** The last sentence, where it is an option and nothing else: `… is low. E. Fusion`. */
export function readClosing(text: string, texts: OptionTexts): string | null {
  const from = Math.max(0, text.length - longestClosing);
  const tail = text.slice(from).replace(/[.。!\s]+$/, '');
  for (const { index, 0: mark } of findAll(sentenceEnd, tail)) {
    const at = index + mark.length;
    const closing = tail.slice(at).trim();
    const letter = optionAlone(closing, texts);
    if (letter === null) continue;
    const before = text.slice(0, from + index);
    if (asks.test(before.slice(-120)) || isHypothetical(text, from + at, text.length)) return null;
    return labelsAnother(before, letter, texts) ? null : letter;
  }
  return null;
}

/** `C`, `C. Fusion`, `Fusion`: the option, if there is nothing but it. */
function optionAlone(text: string, texts: OptionTexts): string | null {
  const named = optionNamed(text, texts);
  if (named !== null) return named;
  const group = readLetters(text, 0, texts);
  if (group === null || !group.glossed || group.letters.length > 1) return null;
  return group.start <= 1 && /^[.。)\s]*$/.test(text.slice(group.end)) ? group.letters[0]! : null;
}

/** Whether another option stands before with its letter: then this is the list's end. */
function labelsAnother(text: string, letter: string, { glosses }: OptionTexts): boolean {
  const lower = text.toLowerCase();
  return [...glosses].some(([other, gloss]) => {
    if (other === letter || gloss === '') return false;
    for (let at = lower.indexOf(gloss); at >= 0; at = lower.indexOf(gloss, at + gloss.length)) {
      if (/(?:^|[^A-Za-z])[A-Z][.:)、,\s-]{1,3}$/.test(text.slice(Math.max(0, at - 5), at)))
        return true;
    }
    return false;
  });
}
