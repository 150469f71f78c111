import { expect, test } from 'vitest';
import { findModel } from './find-model.ts';

const models = {
  house: {
    provider: 'openai-compatible',
    model: 'SpineGPT',
    baseUrl: 'http://127.0.0.1:8000/v1',
    egress: 'onsite',
    mode: 'live',
  },
} as const;

test('a name means a model of the workspace, the offline engine, or a vendor’s', () => {
  expect(findModel('house', { models })).toMatchObject({ model: 'SpineGPT', egress: 'onsite' });
  expect(findModel('offline', { models })).toMatchObject({ provider: 'offline', egress: 'onsite' });
  expect(findModel('google/gemini-2.5-pro', { models })).toMatchObject({
    provider: 'google',
    model: 'gemini-2.5-pro',
    egress: 'external',
  });
});

test('at a base URL the whole name is the server’s, whatever it looks like', () => {
  const baseUrl = 'http://10.0.0.9:8000/v1';
  for (const name of ['openai/gpt-oss-120b', 'house', 'offline', 'Qwen/Qwen2.5-VL-7B-Instruct']) {
    expect(findModel(name, { models, baseUrl })).toMatchObject({
      provider: 'openai-compatible',
      model: name,
      baseUrl,
      egress: 'unstated',
    });
  }
});

test.each(['', 'hosue', 'openai/', 'mistral/large'])('%j is told what there is', name => {
  expect(() => findModel(name, { models })).toThrow(
    expect.objectContaining({
      code: 'no-such-model',
      mender: 'user',
      hint: expect.stringContaining('house, offline'),
    }),
  );
});

test.each(['nonsense', 'ftp://a/b', '', 'http://user:word@127.0.0.1/v1'])(
  '%j is no base URL',
  baseUrl => {
    expect(() => findModel('m', { models, baseUrl })).toThrow(
      expect.objectContaining({ code: 'base-url-invalid' }),
    );
  },
);
