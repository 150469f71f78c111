import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4FinishReason,
  LanguageModelV4Prompt,
  LanguageModelV4Usage,
  SharedV4ProviderOptions,
} from '@ai-sdk/provider';
import type { UsedTokens } from '../prices/price.ts';
import { type Carrier, requestIdHeader } from './carry-pictures.ts';
import { classifyFailure } from './classify-failure.ts';
import type { BatchItem, Generated, Provider, Request } from './provider.ts';
import { ProviderFailure } from './provider-failure.ts';
import { toldForm } from './told-form.ts';

/** The name of the tool by which a model hands in an answer of a given form. */
const toolName = 'answer';

/** A model of the provider packages as our own kind of provider. */
export function sdkProvider(
  model: LanguageModelV4,
  carrier: Carrier,
  providerOptions: SharedV4ProviderOptions = {},
): Omit<Provider, 'close'> {
  /** The pictures go with the carrier, which writes them into the body as it leaves. */
  async function carried<T>(
    request: Request,
    ask: (options: LanguageModelV4CallOptions) => PromiseLike<T>,
  ): Promise<T> {
    const { attemptId, pictures, signal } = request;
    carrier.load(attemptId, pictures);
    try {
      return await ask({
        ...requestOptions(request, carrier.markOf),
        providerOptions,
        abortSignal: signal,
        headers: { [requestIdHeader]: attemptId },
      });
    } finally {
      carrier.unload(attemptId);
    }
  }
  return {
    async generate(request) {
      try {
        const { content, finishReason, usage } = await carried(request, options =>
          model.doGenerate(options),
        );
        return generated(textOf(content), finishReason, usage);
      } catch (error) {
        throw classifyFailure(error, request.signal);
      }
    },
    async stream(request, onText) {
      try {
        const { stream } = await carried(request, options => model.doStream(options));
        let text = '';
        for await (const part of stream) {
          if (part.type === 'text-delta') {
            text += part.delta;
            onText(part.delta);
          } else if (part.type === 'error') throw part.error;
          else if (part.type === 'finish') return generated(text, part.finishReason, part.usage);
        }
        throw new ProviderFailure({ kind: 'lost', code: 'answer-broken-off', charged: true });
      } catch (error) {
        throw classifyFailure(error, request.signal);
      }
    },
  };
}

/** What the provider packages are given; a batch gives the same. `show` gives a picture as the
 *  base64 that they take, or what stands for it. */
export function requestOptions(
  { prompt, pictures, parameters, form }: BatchItem['request'],
  show: (sha256: string) => string,
) {
  const { maxOutputTokens, temperature, topP, seed, reasoning } = parameters;
  const messages: LanguageModelV4Prompt = prompt.messages.map(({ from, parts }) => {
    const content = parts.map(part => {
      if (part.type === 'text') return { type: 'text' as const, text: part.text };
      const { mediaType } = pictures.get(part.sha256)!;
      // As base64 the packages pass it through; as bytes they would go over it letter by letter.
      const data = { type: 'data' as const, data: show(part.sha256) };
      return { type: 'file' as const, mediaType, data };
    });
    return from === 'user' ? { role: 'user', content } : { role: 'assistant', content };
  });
  const told = form?.by === 'json-object' || form?.by === 'prompt';
  const system = told ? toldForm(prompt.system, form) : prompt.system;
  if (system) messages.unshift({ role: 'system', content: system });
  const options: LanguageModelV4CallOptions = { prompt: messages, maxOutputTokens };
  if (temperature !== undefined) options.temperature = temperature;
  if (topP !== undefined) options.topP = topP;
  if (seed !== undefined) options.seed = seed;
  if (reasoning !== undefined) options.reasoning = reasoning;
  if (form?.by === 'json-schema') {
    options.responseFormat = { type: 'json', schema: form.schema, name: toolName };
  } else if (form?.by === 'json-object') options.responseFormat = { type: 'json' };
  else if (form?.by === 'tool') {
    options.tools = [{ type: 'function', name: toolName, inputSchema: form.schema }];
    options.toolChoice = { type: 'tool', toolName };
  }
  return options;
}

/** The text, or the arguments of the tool that hands in the answer. */
export function textOf(content: readonly LanguageModelV4Content[]): string {
  const call = content.find(part => part.type === 'tool-call');
  if (call) return call.input;
  return content.map(part => (part.type === 'text' ? part.text : '')).join('');
}

export function generated(
  text: string,
  finish: LanguageModelV4FinishReason,
  usage: LanguageModelV4Usage,
): Generated {
  if (finish.unified === 'error' || finish.unified === 'interrupted') {
    throw new ProviderFailure({ kind: 'lost', code: 'answer-broken-off', charged: true });
  }
  return { text, finish: finishOf(finish), tokens: tokensOf(usage) };
}

function finishOf({ unified }: LanguageModelV4FinishReason): Generated['finish'] {
  if (unified === 'stop' || unified === 'tool-calls') return 'stop';
  if (unified === 'length') return 'length';
  return unified === 'content-filter' ? 'refused' : 'other';
}

function tokensOf({ inputTokens, outputTokens }: LanguageModelV4Usage): UsedTokens {
  return {
    input: countOf(inputTokens.total),
    cachedInput: countOf(inputTokens.cacheRead),
    output: countOf(outputTokens.total),
  };
}

/** A server may say anything: what cannot be a count of tokens is none. */
function countOf(said: number | undefined): number | null {
  return Number.isInteger(said) && said! >= 0 && said! <= 1e9 ? said! : null;
}
