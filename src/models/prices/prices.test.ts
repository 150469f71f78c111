import { expect, test } from 'vitest';
import { findModel } from '../find-model.ts';
import { offlineModel } from '../model-spec.ts';
import { findPrice } from './find-price.ts';
import { costOf, type Price } from './price.ts';

const price: Price = {
  inputPerMillionUsd: 2,
  cachedInputPerMillionUsd: 0.5,
  outputPerMillionUsd: 8,
};

test('an answer costs its tokens, what was seen before less', () => {
  const tokens = { input: 1_000_000, cachedInput: 400_000, output: 100_000 };
  expect(costOf(tokens, price)).toBeCloseTo(0.6 * 2 + 0.4 * 0.5 + 0.1 * 8, 10);
  expect(costOf(tokens, price, 0.5)).toBeCloseTo(1.1, 10);
});

test('a long request may cost more a token', () => {
  const long = { overInputTokens: 1000, inputPerMillionUsd: 4, outputPerMillionUsd: 16 };
  const tokens = { input: 1000, cachedInput: 0, output: 0 };
  expect(costOf(tokens, { ...price, long })).toBeCloseTo(0.002, 10);
  expect(costOf({ ...tokens, input: 1001 }, { ...price, long })).toBeCloseTo(0.004004, 10);
});

test('unknown stays unknown', () => {
  expect(costOf({ input: 5, cachedInput: null, output: 5 }, null)).toBeNull();
  expect(costOf({ input: null, cachedInput: null, output: 5 }, price)).toBeNull();
  expect(costOf({ input: 5, cachedInput: null, output: null }, price)).toBeNull();
  const named = (name: string) => findPrice(findModel(name, { models: {} }));
  expect(named('openai/gpt-99')).toBeNull();
  // The same name at another address may cost anything.
  const baseUrl = 'http://127.0.0.1:1/v1';
  expect(findPrice(findModel('gpt-5', { models: {}, baseUrl }))).toBeNull();
});

test('a dated name has the price of its model, and what the workspace says wins', () => {
  const named = (name: string) => findPrice(findModel(name, { models: {} }));
  expect(named('openai/gpt-5-2025-08-07')).toEqual(named('openai/gpt-5'));
  expect(named('anthropic/claude-haiku-4-5-20251001')?.outputPerMillionUsd).toBe(5);
  const own = { inputPerMillionUsd: 1, outputPerMillionUsd: 1 };
  const models = {
    mine: { provider: 'openai', model: 'gpt-5', egress: 'external', mode: 'live', price: own },
  } as const;
  expect(findPrice(findModel('mine', { models }))).toEqual(own);
  expect(findPrice(offlineModel)).toEqual({ inputPerMillionUsd: 0, outputPerMillionUsd: 0 });
});
