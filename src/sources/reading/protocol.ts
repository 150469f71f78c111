import { z } from 'zod';

/** A row of a table: its number in the file, from 1, and its cells as text. */
const rowSchema = z.object({ number: z.int().min(1), cells: z.array(z.string()) });
const sheetSchema = z.object({ rows: z.array(rowSchema) });

/** What can be asked of the reading process, and what it must answer with: it has read a
 *  stranger's file, and is not believed further. */
export const answers = {
  csv: z.array(sheetSchema),
  xlsx: z.array(sheetSchema),
  json: z.array(z.object({ place: z.string(), value: z.unknown() })),
  qti: z.array(
    z.object({
      place: z.string(),
      stem: z.string(),
      options: z.array(z.object({ id: z.string(), text: z.string() })),
      answers: z.array(z.string()),
      isSimple: z.boolean(),
      explanation: z.string(),
      pictures: z.array(z.string()),
    }),
  ),
  docx: z.string(),
} as const;

export type Task = keyof typeof answers;
export type AnswerTo<T extends Task> = z.output<(typeof answers)[T]>;
export type Row = z.output<typeof rowSchema>;
export type Sheet = z.output<typeof sheetSchema>;
export type QtiItem = AnswerTo<'qti'>[number];
export type JsonEntry = AnswerTo<'json'>[number];

/** `broken`: not what it says it is, or damaged; `encrypted`: has a password; `over-limits`:
 *  more than is read of one file. */
export const failures = ['broken', 'encrypted', 'over-limits'] as const;
export type Failure = (typeof failures)[number];

export type ReadRequest = { task: Task; bytes: Uint8Array };

export const newsSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('read'), value: z.unknown() }),
  z.object({ type: z.literal('failed'), why: z.enum(failures) }),
]);
