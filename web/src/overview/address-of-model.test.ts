import { expect, test } from 'vitest';
import { findModel } from '../../../src/models/find-model.ts';
import { addressOfModel } from './address-of-model.ts';

test('a model at an address is told apart from the workspace’s own of that name', () => {
  const baseUrl = 'http://127.0.0.1:8000/v1';
  const { pool, name: model } = findModel('qwen', { models: {}, baseUrl });
  expect(addressOfModel({ pool, model })).toBe(baseUrl);
  expect(addressOfModel({ pool: 'qwen', model: 'qwen' })).toBeNull();
});
