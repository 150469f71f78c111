import { mentionedModalities } from '../../../spine/mentioned-modalities.ts';
import type { StudyName } from './read-study-heading.ts';

type Passage = { readonly name: StudyName | null; readonly words: string };

// A study that was not made, or should be, shows nothing.
const unmade =
  /\b(?:no|not|without|recommend\w*|suggest\w*|consider|advis\w*|repeat|further|if|should)\b|无|未|建议|需|复查|必要时/i;

/**
 * Prose by the studies it tells of: a sentence that begins with the name of one method
 * (`Lumbar MRI shows …`) opens that study, and those after it go on with it.
 */
export function splitProse(raw: string): Passage[] {
  const passages: { name: StudyName | null; sentences: string[] }[] = [];
  for (const sentence of raw.split(/(?<=[.。;；!！])(?:\s+(?=\S)|(?<=[。；！]))/)) {
    const name = nameOf(sentence);
    const last = passages.at(-1);
    if (last === undefined || name !== null) passages.push({ name, sentences: [sentence] });
    else last.sentences.push(sentence);
  }
  return passages.map(({ name, sentences }) => ({
    name,
    words: sentences.join(/\p{Script=Han}/u.test(raw) ? '' : ' ').trim(),
  }));
}

function nameOf(sentence: string): StudyName | null {
  const start = sentence.slice(0, 40).split(/[,，:：]/, 1)[0]!;
  const [modality, ...others] = mentionedModalities(start);
  if (modality === undefined || others.length > 0 || unmade.test(start)) return null;
  return { modality, study: null };
}

/** `… Clinical significance: …` within one line. */
export function splitMeaning(raw: string): { words: string; meaning: string | null } {
  const match =
    /(?:clinical significance|significance|clinical meaning|临床意义|意义)\s{0,3}[:：]/i.exec(raw);
  const words = match === null ? '' : raw.slice(0, match.index).trimEnd();
  if (match === null || !/[.。;；,，]$/.test(words)) return { words: raw, meaning: null };
  return { words, meaning: raw.slice(match.index + match[0].length).trim() };
}
