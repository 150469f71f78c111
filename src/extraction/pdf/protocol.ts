import { z } from 'zod';
import { rawPageSchema } from '../layout/raw-page.ts';

export const questionSchema = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('open'), file: z.string() }),
  z.object({ ask: z.literal('read'), page: z.int() }),
  z.object({
    ask: z.literal('draw'),
    page: z.int(),
    scale: z.number(),
    regions: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
    degrees: z.number(),
  }),
]);

export type Question = z.output<typeof questionSchema>;

const bytes = z.custom<Uint8Array>(value => value instanceof Uint8Array);

export const openedSchema = z.object({ pages: z.int().min(0), title: z.string().nullable() });
export const pageAnswerSchema = rawPageSchema;
export const drawnSchema = z.array(z.object({ png: bytes, width: z.int(), height: z.int() }));

export function replyOf<Schema extends z.ZodType>(schema: Schema) {
  return z.union([z.object({ answer: schema }), z.object({ failed: z.string() })]);
}
