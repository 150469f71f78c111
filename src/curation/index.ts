export { type Classification, classificationSchema } from './classification/classification.ts';
export {
  type ClassifyInput,
  classify,
  classifyInputSchema,
} from './classification/classify.ts';
