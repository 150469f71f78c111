import { z } from 'zod';
import { sha256Schema, standsIn } from '../../contracts/models/index.ts';
import { languages } from '../../spine/index.ts';

const said = z.string().regex(/\S/, 'must not be blank');

/** A picture and the text that was bound to it. */
export const consistencyInputSchema = z
  .strictObject({
    picture: sha256Schema,
    caption: said.nullable(),
    /** The paragraphs that cite the picture or stand beside it. */
    context: z.array(said),
    language: z.enum(languages),
  })
  .refine(({ caption, context }) => caption !== null || context.length > 0, {
    message: 'there is no text to hold the picture against',
  });

export type ConsistencyInput = z.output<typeof consistencyInputSchema>;

/** Why a text does not go with its picture, or why that cannot be told. */
export const consistencyReasons = [
  'other-modality',
  'other-region',
  'other-level',
  'other-side',
  'other-finding',
  /** The text is about another figure. */
  'other-figure',
  /** The text has nothing to do with it. */
  'other-subject',
  'picture-unclear',
  'text-too-thin',
] as const;

export const consistencySchema = z
  .strictObject({
    verdict: z.enum(['consistent', 'inconsistent', 'unsure']),
    /** Words of the caption or the context on which the verdict rests. */
    evidence: z.string(),
    reason: z.enum(consistencyReasons).nullable(),
  })
  .refine(({ verdict, reason }) => (verdict === 'consistent') === (reason === null), {
    message: 'a reason stands exactly where the verdict is not consistent',
  })
  .refine(({ verdict, evidence }) => verdict === 'unsure' || /\S/.test(evidence), {
    message: 'a verdict needs its evidence',
  });

export type Consistency = z.output<typeof consistencySchema>;

/** Whether the evidence stands in the text that was given: what a model quotes is held to this. */
export function isQuoted(
  { caption, context }: ConsistencyInput,
  { evidence }: Consistency,
): boolean {
  return [caption ?? '', ...context].some(text => standsIn(text, evidence));
}
