import { listOf } from './list-of.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export function lettered(choices: readonly string[]): Record<string, string> {
  return Object.fromEntries(choices.slice(0, 26).map((choice, at) => [alphabet[at]!, choice]));
}

/** The letters that a file of others means by its answer: `B`, `BD`, `B, D`, `["B","D"]`, or
 *  the options' own words. What it means by anything else nobody knows: no letters. */
export function lettersOf(
  answer: readonly string[],
  options: Readonly<Record<string, string>>,
): string[] {
  const said = answer.flatMap(text => listOf(text.trim()));
  const letters = said.flatMap(text => {
    if (Object.hasOwn(options, text)) return [text];
    const named = Object.keys(options).filter(letter => options[letter]!.trim() === text);
    if (named.length === 1) return named;
    const apart = text.split(/[\s,，、;；/|]+|(?<=^[A-Z]*)(?=[A-Z]+$)/).filter(Boolean);
    return apart.every(letter => Object.hasOwn(options, letter)) ? apart : [''];
  });
  return letters.includes('') ? [] : [...new Set(letters)].sort();
}
