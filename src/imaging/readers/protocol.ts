import { z } from 'zod';
import { SpinemedError } from '../../errors/index.ts';
import type { News } from '../../processes/index.ts';
import { pictureDescriptionSchema } from '../inspect/describe-picture.ts';
import { storedPictureSchema } from './stored-picture.ts';

export type ReaderRequest = {
  task: 'describe' | 'read';
  /** A path, or the bytes themselves. */
  file: string | Uint8Array;
  maxBytes: number;
  nth: number | undefined;
};

/** One of ours, which has no text of a file in it. */
const sentence = z.string().max(300);

const newsSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('described'), description: pictureDescriptionSchema }),
  z.object({ type: z.literal('read'), picture: storedPictureSchema }),
  z.object({
    type: z.literal('failed'),
    error: z.object({
      code: z.string().regex(/^[a-z0-9-]{1,60}$/),
      mender: z.enum(['user', 'retry', 'us']),
      message: sentence,
      hint: sentence.optional(),
    }),
  }),
  z.object({ type: z.literal('memory'), residentMiB: z.number() }),
]);

export type ReaderNews = z.output<typeof newsSchema>;
export type ReaderAnswer = Extract<ReaderNews, { type: 'described' | 'read' }>;

export function understandReader(message: unknown): News<ReaderAnswer> | undefined {
  const { data: news } = newsSchema.safeParse(message);
  if (news?.type === 'failed') return { type: 'failed', error: new SpinemedError(news.error) };
  if (news?.type === 'described' || news?.type === 'read') return { type: 'answer', answer: news };
  return news;
}
