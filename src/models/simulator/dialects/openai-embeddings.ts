import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Dialect } from '../ask.ts';
import { countTokens } from './measure.ts';
import { parseBody } from './parse-body.ts';

const bodySchema = z.object({
  model: z.string().min(1),
  input: z.union([z.string(), z.array(z.string()), z.array(z.int()), z.array(z.array(z.int()))]),
  dimensions: z.int().min(1).max(4096).nullish(),
  encoding_format: z.enum(['float', 'base64']).nullish(),
});

export const openaiEmbeddings: Dialect = {
  name: 'openai',
  read(raw) {
    const { model, input, dimensions, encoding_format: encoding } = parseBody(bodySchema, raw);
    const texts = listTexts(input);
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    return {
      ask: {
        ...{ model, question: '', inputTokens: countTokens(bytes), pictures: [] },
        ...{ form: { kind: 'text' }, stream: false, maxOutputTokens: null, count: 0 },
      },
      render: ({ inputTokens }) => ({
        object: 'list',
        data: texts.map((text, index) => {
          const vector = embed(text, dimensions ?? 256);
          const embedding = encoding === 'base64' ? toBase64(vector) : [...vector];
          return { object: 'embedding', index, embedding };
        }),
        model,
        usage: { prompt_tokens: inputTokens, total_tokens: inputTokens },
      }),
    };
  },
};

function listTexts(input: string | string[] | number[] | number[][]): string[] {
  if (typeof input === 'string') return [input];
  if (input.every(one => typeof one === 'number')) return [input.join(' ')];
  return input.map(one => (typeof one === 'string' ? one : (one as number[]).join(' ')));
}

/** Counts of hashed runs of three characters, at length 1: the same text has the same place,
 *  and texts that share words are near each other. */
function embed(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  const folded = ` ${text.toLowerCase()} `;
  for (let start = 0; start + 3 <= folded.length; start++) {
    let place = 2166136261;
    for (let at = start; at < start + 3; at++)
      place = Math.imul(place ^ folded.charCodeAt(at), 16777619);
    const index = (place >>> 1) % dimensions;
    vector[index]! += place & 1 ? 1 : -1;
  }
  const length = Math.hypot(...vector);
  // Everything may have cancelled out: any place will do, the same each time.
  if (length === 0) vector[hash('sha256', text, 'buffer')[0]! % dimensions] = 1;
  else for (let index = 0; index < dimensions; index++) vector[index]! /= length;
  return vector;
}

function toBase64(vector: Float32Array): string {
  return Buffer.from(vector.buffer).toString('base64');
}
