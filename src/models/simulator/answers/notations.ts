import type { Language } from './language.ts';
import type { Options } from './read-options.ts';

/** What was chosen, and what there was to choose from. */
export type Choice = { letters: string[]; options: Options; language: Language };

/** Every way in which models write the option that they take. */
export const notations = {
  'option-line': ({ letters, language }: Choice) =>
    language === 'zh'
      ? `最终选项：[${letters.join(', ')}]`
      : `My final option${letters.length > 1 ? 's' : ''}: [${letters.join(', ')}]`,
  'answer-line': ({ letters, language }: Choice) =>
    language === 'zh' ? `答案：${letters.join('、')}` : `Answer: ${letters.join(', ')}.`,
  sentence: ({ letters, language }: Choice) =>
    language === 'zh'
      ? `因此，正确答案是${listOf(letters, language)}。`
      : `Therefore, the correct answer is ${listOf(letters, language)}.`,
  bold: ({ letters }: Choice) => letters.map(letter => `**${letter}**`).join(', '),
  boxed: ({ letters }: Choice) => `$\\boxed{${letters.join(', ')}}$`,
  parenthesised: ({ letters, language }: Choice) =>
    language === 'zh' ? `（${letters.join('、')}）` : `(${letters.join(', ')})`,
  'full-width': ({ letters, language }: Choice) =>
    `${language === 'zh' ? '选' : 'Answer: '}${letters.map(widen).join('，')}`,
  bare: ({ letters }: Choice) => letters.join(''),
  tag: ({ letters }: Choice) => `<answer>${letters.join(', ')}</answer>`,
  'option-text': (choice: Choice) =>
    choice.language === 'zh'
      ? `最终答案：${textsOf(choice).join('；')}`
      : `Final answer: ${textsOf(choice).join('; ')}`,
  'letter-and-text': (choice: Choice) =>
    choice.letters.map((letter, index) => `${letter}. ${textsOf(choice)[index]}`).join('\n'),
  negated: ({ letters, options, language }: Choice) => {
    const other = options.letters.find(letter => !letters.includes(letter));
    const chosen = listOf(letters, language);
    if (language === 'zh')
      return other ? `不选${other}，因为与所述不符；选${chosen}。` : `选${chosen}。`;
    return other
      ? `Not ${other}, because it does not fit what is described; ${chosen}.`
      : `All of them: ${chosen}.`;
  },
  json: ({ letters }: Choice) =>
    JSON.stringify({ answer: letters.length > 1 ? letters : letters[0] }),
} satisfies Record<string, (choice: Choice) => string>;

export type NotationName = keyof typeof notations;

export const notationNames = Object.keys(notations) as NotationName[];

function textsOf({ letters, options }: Choice): string[] {
  return letters.map(letter => options.texts[options.letters.indexOf(letter)] || letter);
}

function listOf(letters: string[], language: Language): string {
  if (letters.length === 1) return letters[0]!;
  const last = letters.at(-1);
  const others = letters.slice(0, -1);
  return language === 'zh' ? `${others.join('、')}和${last}` : `${others.join(', ')} and ${last}`;
}

function widen(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 0xfee0);
}
