import { z } from 'zod';
import { levelSchema, vectorSchema } from '../../../contracts/imaging/index.ts';
import { type FindingId, findings, LEVEL_SIDES } from '../../../spine/index.ts';

const findingIds = findings.map(({ id }) => id) as [FindingId, ...FindingId[]];

export const phantomFindingSchema = z.object({
  finding: z.enum(findingIds),
  /** One for a vertebra, two for a disc, none for a curve or for a spine without findings. */
  levels: z.array(levelSchema),
  side: z.enum(LEVEL_SIDES).nullable(),
  /** In the scale that is usual for it: `Severe`, `2` (Modic, Pfirrmann, Meyerding), `wedge`. */
  grade: z.string().nullable(),
  size: z.object({ value: z.number(), unit: z.enum(['mm', '%', 'degrees']) }).nullable(),
  /** Where to look for it. */
  pointMm: vectorSchema.nullable(),
});
export type PhantomFinding = z.output<typeof phantomFindingSchema>;
