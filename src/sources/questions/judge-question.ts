import type { z } from 'zod';
import type { questionTemplate } from '../../contracts/kinds/index.ts';
import type { RawOption, RawQuestion } from './raw-question.ts';
import { fold, readAnswer } from './read-answer.ts';
import { splitAtLabels, splitOptions, withoutOwnLabel } from './split-options.ts';

export const rowReasons = [
  'stem-missing',
  'options-missing',
  'options-alike',
  'answer-missing',
  'answer-not-an-option',
  'answer-unclear',
  'text-too-long',
] as const;

export type RowReason = (typeof rowReasons)[number];

type Template = z.output<typeof questionTemplate.schema>;
export type Judged =
  | { question: Omit<Template, 'path' | 'file' | 'place'> }
  | { reason: RowReason };

const longest = 20_000;

/** A question whose parts are all there and agree, or the first reason why it is none. */
export function judgeQuestion(raw: RawQuestion): Judged {
  // First, so that nothing below works on a text without end.
  if (charactersOf(raw) > longest) return { reason: 'text-too-long' };
  const { stem, options } = partsOf(raw);
  if (!stem) return { reason: 'stem-missing' };
  if (options.length < 2) return { reason: 'options-missing' };
  if (new Set(options.map(option => fold(option.text))).size < options.length)
    return { reason: 'options-alike' };
  const answer = readAnswer(raw.answer, options);
  if ('reason' in answer) return answer;
  return {
    question: {
      number: raw.number.trim() || null,
      language: languageOf(stem),
      stem,
      options,
      answers: answer.labels,
      explanation: raw.explanation.trim() || null,
      pictures: raw.pictures.map(picture => picture.trim()).filter(Boolean),
    },
  };
}

function charactersOf({ options, ...raw }: RawQuestion): number {
  return [raw.stem, raw.optionsTogether, raw.answer, raw.explanation]
    .concat(options.map(option => option.text))
    .reduce((sum, text) => sum + text.length, 0);
}

/** Options come in columns of their own, in one cell, or behind the stem. */
function partsOf(raw: RawQuestion): { stem: string; options: RawOption[] } {
  const stem = raw.stem.trim();
  const given = raw.options.map(withoutOwnLabel).filter(option => option.text);
  if (given.length > 0) return { stem, options: given };
  if (raw.optionsTogether.trim()) return { stem, options: splitOptions(raw.optionsTogether) };
  const { before, options } = splitAtLabels(stem);
  return options.length > 0 ? { stem: before, options } : { stem, options: [] };
}

/** A stem in Chinese has terms in Latin letters, one in English has no Chinese. */
function languageOf(stem: string): 'en' | 'zh' {
  const chinese = stem.match(/\p{Script=Han}/gu)?.length ?? 0;
  return chinese > stem.length / 10 ? 'zh' : 'en';
}
