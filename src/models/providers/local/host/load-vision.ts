import {
  AutoConfig,
  AutoModel,
  AutoModelForImageFeatureExtraction,
  AutoProcessor,
  type PreTrainedModel,
  type Processor,
} from '@huggingface/transformers';
import type { LoadOptions } from './configure-runtime.ts';
import { loadFailed } from './explain-failure.ts';

export type Vision = { model: PreTrainedModel; processor: Processor };

/** The vision tower alone where the model has one beside its text tower (SigLIP, CLIP), else the
 *  whole of it (ViT, DINO). */
export async function loadVision(model: string, options: LoadOptions): Promise<Vision> {
  try {
    const config = await AutoConfig.from_pretrained(model, options);
    const Model = AutoModelForImageFeatureExtraction.supports(config.model_type ?? '')
      ? AutoModelForImageFeatureExtraction
      : AutoModel;
    const processor = await AutoProcessor.from_pretrained(model, options);
    // Unless told otherwise full precision, since numbers of less depend on the batch.
    return { model: await Model.from_pretrained(model, { dtype: 'fp32', ...options }), processor };
  } catch (error) {
    throw loadFailed(error, model);
  }
}
