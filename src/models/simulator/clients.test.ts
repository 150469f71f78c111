import { hash } from 'node:crypto';
import { createAnthropic } from '@ai-sdk/anthropic';
import { createGoogle } from '@ai-sdk/google';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { JSONSchema7, LanguageModelV4, LanguageModelV4CallOptions } from '@ai-sdk/provider';
import OpenAI from 'openai';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startSimulator } from './index.ts';

const simulator = await startSimulator({ seed: 3 });
afterAll(simulator.close);
const { url } = simulator;
const baseURL = `${url}/v1`;
const apiKey = 'none';

const providers: Record<string, LanguageModelV4> = {
  'OpenAI Responses': createOpenAI({ baseURL, apiKey })('gpt-x'),
  'OpenAI Chat': createOpenAI({ baseURL, apiKey }).chat('gpt-x'),
  'OpenAI-compatible': createOpenAICompatible({
    ...{ baseURL, name: 'house', includeUsage: true, supportsStructuredOutputs: true },
  })('qwen'),
  Anthropic: createAnthropic({ baseURL, apiKey })('claude-sonnet-4-5'),
  Google: createGoogle({ baseURL: `${url}/v1beta`, apiKey })('gemini-x'),
};

const picture = Buffer.from('\x89PNG\r\n\x1a\n pixels', 'latin1');

function ask(text: string): LanguageModelV4CallOptions['prompt'] {
  return [
    { role: 'system', content: 'You read spines.' },
    {
      role: 'user',
      content: [
        { type: 'text', text },
        {
          ...{ type: 'file', mediaType: 'image/png' },
          data: { type: 'data', data: picture.toString('base64') },
        },
      ],
    },
  ];
}

// Without bounds: Anthropic's provider takes them out before it sends a schema.
const verdict = z.object({
  verdict: z.enum(['consistent', 'inconsistent']),
  score: z.int(),
  reasons: z.array(z.string()),
});
const schema = z.toJSONSchema(verdict) as JSONSchema7;

async function readStream(model: LanguageModelV4, options: LanguageModelV4CallOptions) {
  const { stream } = await model.doStream(options);
  let text = '';
  let finish = '';
  let outputTokens: number | undefined;
  for await (const part of stream) {
    if (part.type === 'error') throw part.error;
    if (part.type === 'text-delta') text += part.delta;
    if (part.type !== 'finish') continue;
    finish = part.finishReason.unified;
    outputTokens = part.usage.outputTokens.total;
  }
  return { text, finish, outputTokens };
}

test.each(Object.entries(providers))('%s: answers, plain and streamed', async (_name, model) => {
  const prompt = ask('哪个节段？\nA. L4/5\nB. L5/S1\nC. L3/4');
  const plain = await model.doGenerate({ prompt, maxOutputTokens: 500 });
  const text = plain.content.map(part => (part.type === 'text' ? part.text : '')).join('');
  expect(text).toMatch(/[A-CＡ-Ｃ]|L\d/);
  expect(plain.finishReason.unified).toBe('stop');
  expect(plain.usage.inputTokens.total).toBeGreaterThan(300);
  expect(plain.usage.outputTokens.total).toBe(Math.ceil(Buffer.byteLength(text) / 4));
  const told = simulator.ledger().requests.at(-1)!;
  expect(told.pictures).toEqual([hash('sha256', picture)]);
  expect(told.inputTokens).toBe(plain.usage.inputTokens.total);
  const streamed = await readStream(model, { prompt, maxOutputTokens: 500 });
  expect(streamed.text).toMatch(/[A-CＡ-Ｃ]|L\d/);
  expect(streamed).toMatchObject({
    finish: 'stop',
    outputTokens: Math.ceil(Buffer.byteLength(streamed.text) / 4),
  });
});

test.each(Object.entries(providers))('%s: fills a schema, plain and streamed', async (_, model) => {
  const options: LanguageModelV4CallOptions = {
    prompt: ask('Does the picture fit its caption?'),
    responseFormat: { type: 'json', schema, name: 'verdict' },
  };
  const { content } = await model.doGenerate(options);
  const text = content.map(part => (part.type === 'text' ? part.text : '')).join('');
  verdict.parse(JSON.parse(text));
  verdict.parse(JSON.parse((await readStream(model, options)).text));
});

test.each(Object.entries(providers))('%s: calls the tool that it has to', async (_, model) => {
  const options: LanguageModelV4CallOptions = {
    prompt: ask('Does the picture fit its caption?'),
    tools: [{ type: 'function', name: 'judge', inputSchema: schema }],
    toolChoice: { type: 'tool', toolName: 'judge' },
  };
  const { content, finishReason } = await model.doGenerate(options);
  expect(finishReason.unified).toBe('tool-calls');
  const calls = content.flatMap(part => (part.type === 'tool-call' ? [part] : []));
  const { stream } = await model.doStream(options);
  for await (const part of stream) if (part.type === 'tool-call') calls.push(part);
  expect(calls.map(call => call.toolName)).toEqual(['judge', 'judge']);
  for (const { input } of calls) verdict.parse(JSON.parse(input));
});

test.each(Object.entries(providers))('%s: cuts at the tokens allowed', async (_, model) => {
  const plain = await model.doGenerate({ prompt: ask('告诉我。'), maxOutputTokens: 5 });
  expect(plain.finishReason.unified).toBe('length');
  const streamed = await readStream(model, { prompt: ask('告诉我。'), maxOutputTokens: 5 });
  expect(streamed.finish).toBe('length');
  expect(Buffer.byteLength(streamed.text)).toBeLessThanOrEqual(20);
});

const client = new OpenAI({ baseURL, apiKey, maxRetries: 0 });
const messages = [{ role: 'user' as const, content: 'Tell me.' }];

test('the openai client: answers, several of them, and models', async () => {
  const { choices, usage } = await client.chat.completions.create({ model: 'm', messages, n: 3 });
  expect(new Set(choices.map(choice => choice.message.content)).size).toBeGreaterThan(1);
  expect(usage!.total_tokens).toBe(usage!.prompt_tokens + usage!.completion_tokens);
  const { output_text, status } = await client.responses.create({ model: 'm', input: 'Tell me.' });
  expect([status, output_text.length > 20]).toEqual(['completed', true]);
  const names = [];
  for await (const model of client.models.list()) names.push(model.id);
  expect(names).toEqual(['simulated']);
});

test('the openai client: streams, with usage at the end', async () => {
  const options = { model: 'm', messages, stream_options: { include_usage: true } };
  const stream = client.chat.completions.stream(options);
  const { choices, usage } = await stream.finalChatCompletion();
  const bytes = Buffer.byteLength(choices[0]!.message.content!);
  expect(usage!.completion_tokens).toBe(Math.ceil(bytes / 4));
});

test('the openai client: embeddings are near for texts that are near', async () => {
  const input = ['lumbar disc herniation', 'a lumbar disc that herniates', '颈椎管狭窄'];
  const { data } = await client.embeddings.create({ model: 'm', input, dimensions: 512 });
  const [one, other, stranger] = data.map(item => item.embedding) as [number[], number[], number[]];
  const dot = (a: number[], b: number[]) => a.reduce((sum, x, at) => sum + x * b[at]!, 0);
  expect(one).toHaveLength(512);
  expect(dot(one, one)).toBeCloseTo(1, 5);
  expect(dot(one, other)).toBeGreaterThan(dot(one, stranger) + 0.3);
});
