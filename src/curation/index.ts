export { type Classification, classificationSchema } from './classification/classification.ts';
export {
  type ClassifyInput,
  classify,
  classifyInputSchema,
} from './classification/classify.ts';
export { checkConsistency } from './consistency/check-consistency.ts';
export {
  type Consistency,
  type ConsistencyInput,
  consistencyInputSchema,
  consistencyReasons,
  consistencySchema,
  isQuoted,
} from './consistency/consistency.ts';
export { holdAgainstPicture } from './consistency/hold-against-picture.ts';
