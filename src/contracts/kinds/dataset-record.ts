import { datasetRecordSchema } from '../imaging/index.ts';

/** A case of an open dataset: what its owners say about which pictures. The pictures stay where
 *  they are. */
export const datasetRecord = { name: 'dataset-record', schema: datasetRecordSchema };
