import { z } from 'zod';
import { caseItem } from '../../contracts/kinds/index.ts';
import { defineStage, made } from '../../store/index.ts';

/** Where cases wait until de-identification is built. The frame keeps what is clinical from
 *  every stage that does not stand before the gate, and this is such a stage: whatever comes
 *  after it in a recipe takes what it let through, which is nothing clinical. */
export const deidentificationGate = defineStage({
  name: 'deidentification-gate',
  version: 2,
  takes: caseItem,
  makes: [caseItem],
  settings: z.object({}),
  rejects: [],
  each: ({ data, blobs }) => made(caseItem, data, { blobs }),
});
