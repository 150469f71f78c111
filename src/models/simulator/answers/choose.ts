import type { Random } from '../chance/random.ts';
import { reasonAloud } from './filler.ts';
import type { Language } from './language.ts';
import { type NotationName, notationNames, notations } from './notations.ts';
import type { Options } from './read-options.ts';

/** The letters that the seed takes; `wrong` takes others instead. */
export function chooseLetters(options: Options, random: Random, wrong: boolean): string[] {
  const { letters, several } = options;
  const first = random.below(letters.length);
  // Drawn in any case, so that turning the fault on moves nothing else.
  const step = 1 + random.below(letters.length - 1);
  const start = wrong ? (first + step) % letters.length : first;
  if (!several) return [letters[start]!];
  const count = 1 + random.below(letters.length);
  return Array.from({ length: count }, (_, at) => letters[(start + at) % letters.length]!).sort();
}

export function sayChoice(
  letters: string[],
  about: { options: Options; language: Language; notation: NotationName | null },
  random: Random,
): string {
  const { options, language } = about;
  const notation = about.notation ?? random.pick(notationNames);
  const said = notations[notation]({ letters, options, language });
  return `${reasonAloud(language, random)}\n${said}`;
}

/** The empty form handed back, as some models do. */
export function echoForm(language: Language): string {
  return language === 'zh' ? '最终选项：[X]' : 'My final option: [X]';
}
