import {
  InterruptableStoppingCriteria,
  random,
  type Tensor,
  TextStreamer,
} from '@huggingface/transformers';
import type { Generated, GenerateRequest } from '../protocol.ts';
import type { Language } from './load-language.ts';
import { preparePrompt } from './prepare-prompt.ts';

export type Stop = InterruptableStoppingCriteria;
export const newStop = (): Stop => new InterruptableStoppingCriteria();

export async function generateText(
  language: Language,
  request: GenerateRequest,
  stop: Stop,
  onText: (delta: string) => void,
): Promise<Generated> {
  const { model, tokenizer } = language;
  const inputs = await preparePrompt(language, request.prompt, request.pictures);
  const promptTokens = inputs.input_ids.dims[1]!;
  if (request.temperature) random.seed(request.seed);
  const output = (await model.generate({
    ...inputs,
    max_new_tokens: request.maxOutputTokens,
    ...(request.temperature
      ? { do_sample: true, temperature: request.temperature }
      : { do_sample: false }),
    stopping_criteria: stop,
    ...(request.stream && { streamer: newStreamer(language, onText) }),
  } as never)) as Tensor;
  const [tokens = []] = output.tolist() as bigint[][];
  const answer = tokens.slice(promptTokens);
  const last = answer.at(-1);
  const cutOff =
    answer.length >= request.maxOutputTokens &&
    (last === undefined || !endsOf(language).includes(Number(last)));
  return {
    text: tokenizer.decode(answer, { skip_special_tokens: true }),
    finish: cutOff ? 'length' : 'stop',
    tokens: { input: promptTokens, output: answer.length },
  };
}

function newStreamer({ tokenizer }: Language, onText: (delta: string) => void): TextStreamer {
  return new TextStreamer(tokenizer, {
    skip_prompt: true,
    skip_special_tokens: true,
    callback_function: (delta: string) => {
      if (delta) onText(delta);
    },
  });
}

/** The tokens that end an answer: some models have several. */
function endsOf({ model }: Language): number[] {
  const config = model.config as {
    eos_token_id?: unknown;
    text_config?: { eos_token_id?: unknown };
  };
  const named = [
    model.generation_config?.eos_token_id,
    config.eos_token_id,
    config.text_config?.eos_token_id,
  ];
  return named.flat().filter(id => typeof id === 'number');
}
