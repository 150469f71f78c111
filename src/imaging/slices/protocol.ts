import { z } from 'zod';
import { SpinemedError } from '../../errors/index.ts';
import type { News } from '../../processes/index.ts';
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

const newsSchema = z.discriminatedUnion('type', [
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
      })
      .nullable(),
  }),
  z.object({ type: z.literal('memory'), residentMiB: z.number() }),
]);
export type SlicerNews = z.output<typeof newsSchema>;
export type Sliced = Extract<SlicerNews, { type: 'sliced' }>['sliced'];

export function understandSlicer(message: unknown): News<Sliced> | undefined {
  const { data: news } = newsSchema.safeParse(message);
  if (news?.type === 'sliced') return { type: 'answer', answer: news.sliced };
  if (news?.type === 'failed')
    return { type: 'failed', error: news.error ? new SpinemedError(news.error) : slicingFailed() };
  return news;
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
