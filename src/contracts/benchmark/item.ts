import { z } from 'zod';
import { modalities } from '../../spine/modalities.ts';
import { sources } from '../../spine/sources.ts';
import { subspecialties } from '../../spine/subspecialties.ts';
import { languages } from '../../spine/term.ts';
import { dataClassSchema } from '../data-class.ts';
import { reportSchema } from '../report/schema.ts';
import { levelsOfName } from './levels-of-name.ts';

const text = z.string().regex(/\S/, 'must not be blank');
const letter = z.string().regex(/^[A-Z]$/, 'an option is one letter, A to Z');
const levelName = text.refine(name => levelsOfName(name) !== null, {
  message: 'not a level as the level reader names it, such as L4, L4/L5 or L2-S1',
});

const idsOf = <const Id extends string>(terms: readonly { readonly id: Id }[]) =>
  z.enum(terms.map(term => term.id));

const fields = z.looseObject({
  id: text,
  task: z.enum(['mcq', 'mcq-multi', 'report']),
  benchmark: text,
  question: text,
  options: z.record(letter, text).default({}),
  answer: z.array(letter).default([]),
  /** Paths or pointers, relative to the benchmark's file. */
  images: z.array(text).default([]),
  reference: reportSchema.nullable().default(null),
  case: text.nullable().default(null),
  language: z.enum(languages),
  subspecialty: z
    .enum(subspecialties.map(({ en }) => en))
    .nullable()
    .default(null),
  source: idsOf(sources),
  modality: z.array(idsOf(modalities)).default([]),
  levels: z.array(levelName).default([]),
  class: dataClassSchema.optional(),
  /** The patient or document that it was made from. Items of one group rise and fall together. */
  group: text.optional(),
});

/** One item of a benchmark, as a line of its file. Fields of others are kept. */
export const benchmarkItemSchema = fields
  .superRefine((item, context) => {
    const refuse = (path: keyof typeof item & string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (item.task === 'report') {
      if (item.answer.length > 0) refuse('answer', 'a report has a reference, not an answer');
      return;
    }
    if (Object.keys(item.options).length < 2) refuse('options', 'a choice needs two options');
    if (new Set(item.answer).size < item.answer.length) refuse('answer', 'names an option twice');
    if (item.answer.some(said => !Object.hasOwn(item.options, said))) {
      refuse('answer', 'names an option that is not there');
    }
    if (item.task === 'mcq' && item.answer.length !== 1) {
      refuse('answer', 'a single choice has exactly one right option');
    } else if (item.answer.length === 0) refuse('answer', 'no option is right');
  })
  .transform(item => ({
    ...item,
    class: item.class ?? sources.find(({ id }) => id === item.source)!.dataClass,
    group: item.group ?? item.id,
  }));

export type BenchmarkItem = z.output<typeof benchmarkItemSchema>;
