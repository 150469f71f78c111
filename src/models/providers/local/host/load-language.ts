import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  AutoConfig,
  AutoModelForCausalLM,
  AutoModelForImageTextToText,
  AutoProcessor,
  AutoTokenizer,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  type Processor,
} from '@huggingface/transformers';
import { SpinemedError } from '../../../../errors/index.ts';
import { missingModel } from '../missing-model.ts';
import type { LoadOptions } from './configure-runtime.ts';
import { loadFailed } from './explain-failure.ts';

export type Language = {
  model: PreTrainedModel;
  tokenizer: PreTrainedTokenizer;
  /** null: it takes no pictures. */
  processor: Processor | null;
  chatTemplate: string;
};

export async function loadLanguage(model: string, options: LoadOptions): Promise<Language> {
  try {
    const config = await AutoConfig.from_pretrained(model, options);
    const kind = config.model_type ?? '';
    const seesPictures = AutoModelForImageTextToText.supports(kind);
    if (!seesPictures && !AutoModelForCausalLM.supports(kind)) throw writesNoText();
    needTokenizerConfig(model);
    if (!seesPictures) {
      const tokenizer = await AutoTokenizer.from_pretrained(model, options);
      const chatTemplate = chatTemplateOf(model, tokenizer, null);
      const loaded = await AutoModelForCausalLM.from_pretrained(model, options);
      return { model: loaded, tokenizer, processor: null, chatTemplate };
    }
    const processor = await AutoProcessor.from_pretrained(model, options);
    const tokenizer = processor.tokenizer ?? (await AutoTokenizer.from_pretrained(model, options));
    const chatTemplate = chatTemplateOf(model, tokenizer, processor);
    const loaded = await AutoModelForImageTextToText.from_pretrained(model, options);
    return { model: loaded, tokenizer, processor, chatTemplate };
  } catch (error) {
    throw loadFailed(error, model);
  }
}

/** The one file that the runtime misses without saying so. */
function needTokenizerConfig(model: string): void {
  const file = 'tokenizer_config.json';
  if (path.isAbsolute(model) && !existsSync(path.join(model, file)))
    throw missingModel(model, file);
}

/** Newer models keep it in a file of its own, which the runtime reads for some of them only. */
function chatTemplateOf(
  folder: string,
  tokenizer: PreTrainedTokenizer,
  processor: Processor | null,
): string {
  if (processor?.chat_template) return processor.chat_template;
  if (tokenizer.chat_template) return tokenizer.get_chat_template();
  try {
    return readFileSync(path.join(folder, 'chat_template.jinja'), 'utf8');
  } catch {
    throw new SpinemedError({
      code: 'local-model-unfit',
      mender: 'user',
      message: 'this local model has no chat template',
      place: folder,
      hint: 'Take one that was trained to answer (instruct, chat).',
    });
  }
}

function writesNoText(): SpinemedError {
  return new SpinemedError({
    code: 'local-model-unfit',
    mender: 'user',
    message: 'this local model writes no text',
    hint: 'Take a vision-language model, or a language model where nothing is shown.',
  });
}
