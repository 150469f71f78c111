import { createAnthropic } from '@ai-sdk/anthropic';
import { createGoogle } from '@ai-sdk/google';
import { createOpenAI } from '@ai-sdk/openai';
import { APICallError, type LanguageModelV4 } from '@ai-sdk/provider';
import OpenAI from 'openai';
import { expect, onTestFinished, test } from 'vitest';
import { startSimulator } from './index.ts';

const apiKey = 'none';
const providers: Record<string, (url: string) => LanguageModelV4> = {
  'OpenAI Responses': url => createOpenAI({ baseURL: `${url}/v1`, apiKey })('gpt-x'),
  'OpenAI Chat': url => createOpenAI({ baseURL: `${url}/v1`, apiKey }).chat('gpt-x'),
  Anthropic: url => createAnthropic({ baseURL: `${url}/v1`, apiKey })('claude-sonnet-4-5'),
  Google: url => createGoogle({ baseURL: `${url}/v1beta`, apiKey })('gemini-x'),
};
const prompt = [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'Tell me.' }] }];

async function start(faults: string) {
  const simulator = await startSimulator({ vary: true, faults });
  onTestFinished(simulator.close);
  return simulator.url;
}

test.each(
  Object.entries(providers).flatMap(([name, open]) =>
    [400, 401, 429, 500, 502, 503, 529].map(status => [name, status, open] as const),
  ),
)('%s: reads a %i as such, in its own form', async (_, status, open) => {
  const model = open(await start(`${status}=1`));
  const error = await model.doGenerate({ prompt }).then(
    () => null,
    thrown => thrown,
  );
  expect(error).toBeInstanceOf(APICallError);
  expect(error).toMatchObject({ statusCode: status });
  expect(error.message).toMatch(/^The simulator .* on purpose\.$/);
});

test.each(
  Object.entries(providers).flatMap(([name, open]) =>
    ['garbage', 'halfjson', 'truncate', 'drop'].map(fault => [name, fault, open] as const),
  ),
)('%s: gets no answer out of %s', async (_, fault, open) => {
  const model = open(await start(`${fault}=1`));
  await expect(model.doGenerate({ prompt })).rejects.toThrow();
});

test.each(Object.entries(providers))('%s: sees a filter, or words of refusal', async (_, open) => {
  const model = open(await start('refusal=1'));
  const reasons = new Set<string>();
  for (let time = 0; time < 12; time++)
    reasons.add((await model.doGenerate({ prompt })).finishReason.unified);
  expect([...reasons].sort()).toEqual(['content-filter', 'stop']);
});

test.each(Object.entries(providers))('%s: an empty answer is one in due form', async (_, open) => {
  const { content } = await open(await start('empty=1')).doGenerate({ prompt });
  expect(content.map(part => (part.type === 'text' ? part.text : '?')).join('')).toBe('');
});

test('the openai client asks again until it has an answer', async () => {
  const simulator = await startSimulator({ vary: true, faults: '503=0.3,drop=0.3', seed: 4 });
  onTestFinished(simulator.close);
  const client = new OpenAI({ baseURL: `${simulator.url}/v1`, apiKey, maxRetries: 5 });
  const { choices } = await client.chat.completions.create({
    model: 'm',
    messages: [{ role: 'user', content: 'Tell me.' }],
  });
  expect(choices[0]!.message.content).toContain('simulator');
  const { byOutcome } = simulator.ledger().totals;
  expect(byOutcome.answer).toBe(1);
  expect(simulator.ledger().requests.length).toBeGreaterThan(1);
});
