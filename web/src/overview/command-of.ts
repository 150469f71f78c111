import { shellWord } from './shell-word.ts';

/** What starts a recipe again: those of `collect` are made from its arguments, which are not
 *  known here. */
export function commandOf(recipe: string): string {
  return /^collect [a-z]+$/.test(recipe)
    ? `./spinemed ${recipe} …`
    : `./spinemed build ${shellWord(recipe)}`;
}
