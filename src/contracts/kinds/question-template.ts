import { z } from 'zod';

/** A question of somebody's bank, kept for its structure alone: new questions are built like
 *  it, its words are never passed on. */
export const questionTemplate = {
  name: 'question-template',
  schema: z.object({
    /** The bank's file, and where in it: `row 12`, `sheet 2, row 12`, `entry 3`, `item 3`. */
    path: z.string(),
    place: z.string(),
    file: z.string(),
    /** What the bank itself calls it, where it does. */
    number: z.string().nullable(),
    language: z.enum(['en', 'zh']),
    stem: z.string().min(1),
    options: z.array(z.object({ label: z.string().min(1), text: z.string() })).min(2),
    /** The labels of the right options, in their order. */
    answers: z.array(z.string()).min(1),
    explanation: z.string().nullable(),
    /** As the bank names them; they are not read. */
    pictures: z.array(z.string()),
  }),
};
