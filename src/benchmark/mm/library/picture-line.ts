import { z } from 'zod';
import { dataClassSchema } from '../../../contracts/data-class.ts';
import { type DiseaseId, diseases } from '../../../spine/index.ts';
import { mmDatasets } from '../labels/labelled-case.ts';

const disease = z.enum(diseases.map(({ id }) => id) as [DiseaseId, ...DiseaseId[]]);

/** A picture of the benchmark, a line of `pictures.jsonl`. Files of the same pixels are one. */
export const pictureLineSchema = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  dataset: z.enum(mmDatasets),
  /** Dataset and file; of files of the same pixels the first. */
  place: z.string(),
  class: dataClassSchema,
  /** The patients it is of: one, unless two files have the same pixels. */
  groups: z.array(z.string()),
  /** What is asked about it; `healthy` stands alone. */
  diseases: z.array(disease),
  /** What may not be a wrong option, for the patient has it. */
  has: z.array(disease),
});
export type PictureLine = z.output<typeof pictureLineSchema>;
