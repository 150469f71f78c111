import { foldHan } from './fold-han.ts';
import type { Term } from './term.ts';

// Longer texts are prose, not names; looking them up would only cost time.
const longestName = 200;

/**
 * A lookup by id, name or synonym in either language. The whole text must be the name: a name
 * that merely occurs in a sentence is a matter of reading, not of looking up.
 */
export function createFinder<T extends Term>(terms: readonly T[]): (text: string) => T | null {
  const byName = new Map<string, T>();
  for (const term of terms) {
    for (const name of namesOf(term)) {
      byName.set(foldName(name), term);
    }
  }
  const find = (text: string) => byName.get(foldName(text)) ?? null;

  return text => {
    if (text.length > longestName) return null;
    const [first, ...others] = text
      .split(/[()（）/／|]/)
      .filter(part => /[\p{L}\p{N}]/u.test(part));
    // `Trauma (创伤)`: two names are one term only where both are its names.
    const whole = find(text);
    if (whole !== null || first === undefined || others.length === 0) return whole;
    const term = find(first);
    return others.every(part => find(part) === term) ? term : null;
  };
}

export function namesOf(term: Term): string[] {
  return [term.id, term.en, term.zh, ...term.synonyms.en, ...term.synonyms.zh];
}

/**
 * The form in which two spellings of one name are equal: case, width, punctuation, Markdown marks,
 * a leading number or article, plural endings and the British spellings of the field drop out.
 */
export function foldName(text: string): string {
  return foldHan(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^\d{1,2} (?=\D)/, '')
    .replace(/^the /, '')
    .replace(/[a-z]+/g, foldWord)
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');
}

function foldWord(word: string): string {
  return word
    .replace('paed', 'ped')
    .replace(/^(tum|col)our/, '$1or')
    .replace(/^oedema/, 'edema')
    .replace(/isation$/, 'ization')
    .replace(/(?<=gno|steno|metasta|scolio|kypho|lordo)ses$/, 'sis')
    .replace(/(?<=ch|sh|x|ss)es$/, '')
    .replace(/ies$/, 'y')
    .replace(/(?<=[^isu])s$/, '');
}
