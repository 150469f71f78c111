import { z } from 'zod';
import { defineTextRole, picture, sha256Schema, text } from '../../contracts/models/index.ts';
import { chooseOptions, isNegated, scoreOptions } from '../../models/index.ts';
import { languages } from '../../spine/index.ts';
import { referenceLibrary } from './reference-library.ts';

const said = z.string().regex(/\S/, 'must not be blank');
const letter = z.string().regex(/^[A-Z]$/, 'an option is one letter, A to Z');

/** A question with lettered options, without its answer. */
export const choiceInputSchema = z.strictObject({
  task: z.enum(['mcq', 'mcq-multi']),
  question: said,
  options: z
    .record(letter, said)
    .refine(options => Object.keys(options).length >= 2, 'a choice needs two options'),
  /** What else is known of the patient. */
  case: said.nullable(),
  pictures: z.array(sha256Schema),
  language: z.enum(languages),
});

export type ChoiceInput = z.output<typeof choiceInputSchema>;

export const choice = defineTextRole<ChoiceInput>({
  name: 'contestant',
  promptVersion: 'choice/1',
  input: choiceInputSchema,
  // What a model thinks before it writes counts as well.
  maxOutputTokens: 8192,
  render(input) {
    const words = wording[input.language];
    const options = Object.entries(input.options).map(([mark, option]) => `${mark}. ${option}`);
    const parts = [
      ...(input.case === null ? [] : [`${words.case}\n${input.case}`]),
      `${words.question}\n${input.question}`,
      `${words.options}\n${options.join('\n')}`,
      ...(input.pictures.length === 0 ? [] : [words.pictures(input.pictures.length)]),
      words.demand[input.task],
    ];
    return {
      system: words.system,
      messages: [
        { from: 'user', parts: [text(parts.join('\n\n')), ...input.pictures.map(picture)] },
      ],
    };
  },
  offline: { method: 'BM25 retrieval with option scoring', version: 1, answer: answerOffline },
});

const wording = {
  en: {
    system: 'You are taking an examination in spine surgery. Answer as an experienced specialist.',
    case: 'The patient:',
    question: 'The question:',
    options: 'The options:',
    pictures: (count: number) =>
      count === 1 ? 'One picture follows.' : `${count} pictures follow, in their order.`,
    demand: {
      mcq: `Exactly one option is right. First give your reasons: what the pictures and the case show, at which level and on which side, and why the other options fall short. Then close with a last line of exactly this form, with the letter of your option in the brackets:
My final option: [X]`,
      'mcq-multi': `One or more options are right. First give your reasons, option by option: what in the pictures and the case speaks for it or against it, at which level and on which side. Then close with a last line of exactly this form, with the letters of all right options in the brackets:
My final options: [X, Y]`,
    },
  },
  zh: {
    system: '你正在参加脊柱外科考试。请以经验丰富的专科医师身份作答。',
    case: '病例：',
    question: '题目：',
    options: '选项：',
    pictures: (count: number) => `以下按顺序附图 ${count} 幅。`,
    demand: {
      mcq: `只有一个选项正确。请先说明理由：图像与病例显示了什么、位于哪个节段和哪一侧、其他选项为何不成立。最后另起一行，严格按下列格式作答，方括号内填所选选项的字母：
最终选项：[X]`,
      'mcq-multi': `有一个或多个选项正确。请先逐项说明理由：图像与病例中支持或反对它的依据、所在节段和侧别。最后另起一行，严格按下列格式作答，方括号内填全部正确选项的字母：
最终选项：[X, Y]`,
    },
  },
} as const;

function answerOffline({ task, question, options, case: told, language }: ChoiceInput): string {
  const asked = told === null ? question : `${told}\n${question}`;
  const scored = scoreOptions(asked, options, referenceLibrary());
  const letters = chooseOptions(scored, task === 'mcq-multi');
  const leaned = scored.flatMap(({ letter: of, passage }) =>
    letters.includes(of) && passage !== null ? [passage] : [],
  );
  const facts = {
    letters: letters.join(', '),
    isTurned: isNegated(asked),
    passages: [...new Set(leaned)].join(', '),
    scores: scored.map(({ letter: of, score }) => `${of} ${score.toFixed(3)}`).join(', '),
  };
  return language === 'zh' ? sayInChinese(facts) : sayInEnglish(facts, letters.length);
}

type Facts = { letters: string; isTurned: boolean; passages: string; scores: string };

function sayInEnglish({ letters, isTurned, passages, scores }: Facts, count: number): string {
  return [
    'Answered by BM25 retrieval with option scoring: a classical method, not a model. No picture was looked at.',
    isTurned ? 'The question asks for what does not hold.' : 'The question asks for what holds.',
    `Scores: ${scores}.`,
    `Passages: ${passages || 'none'}.`,
    `My final ${count > 1 ? 'options' : 'option'}: [${letters}]`,
  ].join('\n');
}

function sayInChinese({ letters, isTurned, passages, scores }: Facts): string {
  return [
    '由BM25检索与选项评分作答：这是经典方法，不是模型；未查看任何图像。',
    isTurned ? '题目询问不成立的选项。' : '题目询问成立的选项。',
    `评分：${scores}。`,
    `依据段落：${passages || '无'}。`,
    `最终选项：[${letters}]`,
  ].join('\n');
}
