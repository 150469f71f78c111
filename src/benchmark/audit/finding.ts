import { z } from 'zod';

export const verdicts = ['consistent', 'rounding', 'inconsistent', 'not recomputable'] as const;
export type Verdict = (typeof verdicts)[number];

const figureSchema = z.union([z.number(), z.string(), z.null()]);

/** One thing the audit looked at. A finding about a column or a whole table has the row
 *  `all rows`; `printed` is null where the tables leave the figure out. */
export const findingSchema = z.object({
  table: z.string(),
  row: z.string(),
  field: z.string(),
  printed: figureSchema,
  recomputed: figureSchema,
  rule: z.string(),
  verdict: z.enum(verdicts),
  explanation: z.string(),
});
export type Finding = z.infer<typeof findingSchema>;

export const auditSchema = z.object({ findings: z.array(findingSchema) });
export type Audit = z.infer<typeof auditSchema>;

export const ALL_ROWS = 'all rows';
