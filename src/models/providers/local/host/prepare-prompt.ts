import {
  Lfm2VlProcessor,
  LlavaProcessor,
  PaliGemmaProcessor,
  PixtralProcessor,
  type Processor,
  type Tensor,
} from '@huggingface/transformers';
import type { Prompt } from '../../../../contracts/models/index.ts';
import { SpinemedError } from '../../../../errors/index.ts';
import { decodePicture } from './decode-picture.ts';
import type { Language } from './load-language.ts';
import { toChat, withoutSystem } from './to-chat.ts';

export type Inputs = { input_ids: Tensor } & Record<string, Tensor>;

/** The prompt as tokens and tensors, with every picture in its place. */
export async function preparePrompt(
  language: Language,
  prompt: Prompt,
  pictures: ReadonlyMap<string, Uint8Array>,
): Promise<Inputs> {
  const text = renderChat(language, prompt);
  // The template has written what the model begins a text with.
  const asIs = { add_special_tokens: false };
  const shown = shownPictures(prompt);
  if (shown.length === 0) return language.tokenizer(text, asIs);
  if (!language.processor) throw takesNoMorePicturesThan('no pictures');
  if (shown.length > 1 && takesOnePicture(language.processor)) {
    throw takesNoMorePicturesThan('one picture');
  }
  const images = [];
  for (const sha256 of shown) {
    const bytes = pictures.get(sha256);
    if (!bytes) throw pictureNotGiven();
    images.push(await decodePicture(bytes));
  }
  return takesPicturesFirst(language.processor)
    ? language.processor(images, text, asIs)
    : language.processor(text, images, asIs);
}

/** One after the other as they stand in the prompt: a picture that is shown twice comes twice. */
function shownPictures({ messages }: Prompt): string[] {
  return messages.flatMap(({ parts }) =>
    parts.flatMap(part => (part.type === 'picture' ? [part.sha256] : [])),
  );
}

function renderChat(language: Language, prompt: Prompt): string {
  const { tokenizer, chatTemplate: chat_template } = language;
  const placeholder = /['"]image['"]/.test(chat_template) ? null : placeholderOf(language);
  const form = { placeholder, marks: marksOf(language) };
  const render = (of: Prompt) =>
    tokenizer.apply_chat_template(toChat(of, form) as never, {
      ...{ tokenize: false, add_generation_prompt: true, chat_template },
    }) as string;
  try {
    return render(prompt);
  } catch (error) {
    if (prompt.system === undefined) throw error;
    return render(withoutSystem(prompt));
  }
}

function placeholderOf({ processor, tokenizer }: Language): string {
  const named = processor?.config?.image_token ?? tokenizer.config?.image_token;
  return typeof named === 'string' ? named : '<image>';
}

function marksOf(language: Language): string[] {
  const { all_special_tokens } = language.tokenizer as { all_special_tokens?: string[] };
  const marks = [...(all_special_tokens ?? []), placeholderOf(language)];
  return marks.filter(mark => /^[<[].+[>\]]$/.test(mark));
}

/** The runtime has no one order of arguments. */
function takesPicturesFirst(processor: Processor): boolean {
  const those = [Lfm2VlProcessor, LlavaProcessor, PaliGemmaProcessor, PixtralProcessor];
  return those.some(kind => processor instanceof kind);
}

/** The runtime makes room for the patches of the first picture only. */
function takesOnePicture(processor: Processor): boolean {
  return [LlavaProcessor, PixtralProcessor].some(kind => processor instanceof kind);
}

function takesNoMorePicturesThan(most: 'no pictures' | 'one picture'): SpinemedError {
  return new SpinemedError({
    code: 'local-model-unfit',
    mender: 'user',
    message: `this local model takes ${most} in a prompt`,
    hint: 'Take a vision-language model that is made for several, such as a Qwen one.',
  });
}

function pictureNotGiven(): SpinemedError {
  return new SpinemedError({
    code: 'picture-not-given',
    mender: 'us',
    message: 'a prompt names a picture whose bytes were not given',
  });
}
