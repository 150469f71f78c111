import type { Tensor } from '@huggingface/transformers';
import { expect, test } from 'vitest';
import { pointsOf } from './points-of.ts';

test('takes the output that speaks for the whole picture', () => {
  const pooled = tensor([2, 2], [1, 2, 3, 4]);
  const last_hidden_state = tensor([2, 2, 2], [9, 9, 9, 9, 9, 9, 9, 9]);
  expect(numbers({ last_hidden_state, pooler_output: pooled })).toEqual([
    [1, 2],
    [3, 4],
  ]);
  const image_embeds = tensor([2, 1], [5, 6]);
  expect(numbers({ last_hidden_state, pooler_output: pooled, image_embeds })).toEqual([[5], [6]]);
});

test('takes the class token where there is one, and the mean of the patches where not', () => {
  const withClass = tensor([1, 5, 2], [7, 8, 1, 1, 2, 2, 3, 3, 4, 4]);
  expect(numbers({ last_hidden_state: withClass })).toEqual([[7, 8]]);
  const patches = tensor([2, 4, 2], [1, 0, 2, 0, 3, 0, 6, 4, 1, 1, 1, 1, 1, 1, 1, 1]);
  expect(numbers({ last_hidden_state: patches })).toEqual([
    [3, 1],
    [1, 1],
  ]);
});

test('takes the mean of each plane of a map', () => {
  const map = tensor([2, 2, 1, 2], [1, 3, 5, 7, 0, 0, 2, 4]);
  expect(numbers({ last_hidden_state: map })).toEqual([
    [2, 6],
    [0, 3],
  ]);
});

test('says so where there is nothing to take', () => {
  expect(() => pointsOf({ logits: tensor([1, 2], [1, 2]) })).toThrow('makes no embeddings');
});

function tensor(dims: number[], data: number[]): Tensor {
  return { dims, data: Float32Array.from(data) } as unknown as Tensor;
}

function numbers(outputs: Record<string, Tensor>): number[][] {
  return pointsOf(outputs).map(point => [...point]);
}
