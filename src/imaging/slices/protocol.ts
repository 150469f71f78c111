import { z } from 'zod';
import { SpinemedError } from '../../errors/index.ts';
import { type Asked, slicesFileSchema } from './slices-file.ts';

/** What the process that slices is given: a volume in one file, or the files of DICOM series. */
export type SliceRequest = {
  /** The file, or the folder that the files lie in. */
  source: string;
  files: readonly string[];
  asked: Asked;
  maxBytes: number;
};

const sentence = z.string().max(300);
const picture = z.custom<Uint8Array<ArrayBuffer>>(value => value instanceof Uint8Array);

const answerSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('sliced'),
    sliced: z.object({ record: slicesFileSchema, pictures: z.array(picture) }),
  }),
  z.object({
    type: z.literal('failed'),
    error: z
      .object({
        code: z.string().regex(/^[a-z0-9-]{1,60}$/),
        mender: z.enum(['user', 'retry', 'us']),
        message: sentence,
        hint: sentence.optional(),
        /** One of the files. */
        place: z.string().max(4096).optional(),
      })
      .nullable(),
  }),
]);
export type SlicerAnswer = z.output<typeof answerSchema>;
export type Sliced = Extract<SlicerAnswer, { type: 'sliced' }>['sliced'];

/** Null for what it may not say. */
export function readAnswer(message: unknown): Sliced | null {
  const { data: answer } = answerSchema.safeParse(message);
  if (!answer) return null;
  if (answer.type === 'sliced') return answer.sliced;
  throw answer.error ? new SpinemedError(answer.error) : slicingFailed();
}

/** It broke on what a file holds: nothing of it can be told. */
function slicingFailed(): SpinemedError {
  return new SpinemedError({
    code: 'volume-unreadable',
    mender: 'user',
    message: 'a volume is damaged in a way that is not known',
    hint: 'Copy it anew from where it came from.',
  });
}
