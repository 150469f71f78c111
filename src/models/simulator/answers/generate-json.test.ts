import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createRandom } from '../chance/random.ts';
import { generateJson } from './generate-json.ts';

type Node = z.core.$ZodType;

const fields = fc.constantFrom('level', 'side', 'note', 'score', 'reason', 'answer');
const bounds = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 60 }));

/** Any schema of the kinds that roles ask models for. */
const schemas = fc.letrec<{ node: Node; leaf: Node }>(tie => ({
  leaf: fc.oneof(
    fc.constant(z.boolean()),
    fc.constant(z.null()),
    bounds.map(([low, more]) =>
      z
        .int()
        .min(low)
        .max(low + more),
    ),
    bounds.map(([low, more]) =>
      z
        .number()
        .gt(low)
        .lt(low + more + 0.5),
    ),
    bounds.map(([low, more]) =>
      z
        .number()
        .min(low)
        .max(low + more + 1)
        .multipleOf(0.5),
    ),
    bounds.map(([, more]) =>
      z
        .string()
        .min(more)
        .max(more + 3),
    ),
    fc.constantFrom(z.iso.date(), z.iso.datetime(), z.uuid(), z.ipv4()),
    fc
      .constantFrom(/^[LCT][1-5]$/, /^(?:C|T)\d{1,2}-L\d+$/, /^\d{4}\/(left|right)?$/, /[^a-z]{3}/)
      .map(pattern => z.string().regex(pattern)),
    fc.constant(z.enum(['left', 'right', '双侧'])),
    fc.constantFrom('a', 3, true).map(value => z.literal(value)),
  ),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    tie('node').map(inner => z.nullable(inner)),
    fc.tuple(tie('node'), tie('node')).map(both => z.union(both)),
    fc
      .tuple(tie('node'), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 3 }))
      .map(([inner, least, more]) =>
        z
          .array(inner)
          .min(least)
          .max(least + more),
      ),
    fc
      .dictionary(fields, fc.tuple(tie('node'), fc.boolean()), { maxKeys: 4 })
      .map(shape =>
        z.strictObject(
          Object.fromEntries(
            Object.entries(shape).map(([name, [inner, optional]]) => [
              name,
              optional ? z.optional(inner) : inner,
            ]),
          ),
        ),
      ),
  ),
}));

test('what is generated satisfies its schema', () => {
  fc.assert(
    fc.property(schemas.node, fc.integer(), (schema, seed) => {
      const value = generateJson(
        z.toJSONSchema(schema) as object as { [key: string]: unknown },
        createRandom(seed),
        { letters: null },
      );
      const parsed = z.safeParse(schema, value);
      expect(parsed.success, JSON.stringify(value)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

const make = (schema: { [key: string]: unknown }, letters: string[] | null = null, seed = 1) =>
  generateJson(schema, createRandom(seed), { letters });

test('follows references, also to itself, and joins what allOf says', () => {
  const tree = {
    $ref: '#/$defs/node',
    $defs: {
      node: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          inner: { type: 'array', items: { $ref: '#/$defs/node' } },
        },
        required: ['name', 'inner'],
      },
    },
  };
  const schema = z.lazy((): z.ZodType => z.object({ name: z.string(), inner: z.array(schema) }));
  for (let seed = 0; seed < 20; seed++) schema.parse(make(tree, null, seed));
  const joined = {
    allOf: [
      {
        type: 'object',
        properties: { score: { type: 'number', minimum: 1, maximum: 9 } },
        required: ['score'],
      },
      { properties: { score: { maximum: 2 }, why: { const: 'x' } }, required: ['why'] },
    ],
  };
  const both = z.object({ score: z.number().min(1).max(2), why: z.literal('x') });
  for (let seed = 0; seed < 20; seed++) both.parse(make(joined, null, seed));
});

test('reads Google’s capitals and nullable', () => {
  const schema = {
    type: 'OBJECT',
    properties: {
      level: { type: 'STRING', enum: ['L4', 'L5'] },
      side: { type: 'STRING', nullable: true },
    },
    required: ['level', 'side'],
  };
  const values = Array.from({ length: 40 }, (_, seed) => make(schema, null, seed));
  z.array(z.object({ level: z.enum(['L4', 'L5']), side: z.string().nullable() })).parse(values);
  expect(values.some(value => (value as { side: unknown }).side === null)).toBe(true);
});

test('a field that asks for the answer gets the letters that were chosen', () => {
  const one = {
    type: 'object',
    properties: { answer: { enum: ['A', 'B', 'C'] } },
    required: ['answer'],
  };
  expect(make(one, ['C'])).toEqual({ answer: 'C' });
  const several = {
    type: 'object',
    properties: { answers: { type: 'array', items: { type: 'string' } } },
    required: ['answers'],
  };
  expect(make(several, ['A', 'C'])).toEqual({ answers: ['A', 'C'] });
});

test('a hostile schema costs little', () => {
  const doubling = { type: 'array', minItems: 2, items: { $ref: '#' } };
  const repeats = { type: 'string', pattern: '(((a{999}){999}){999})' };
  const endless = { $ref: '#' };
  const startMs = performance.now();
  for (const schema of [doubling, repeats, endless]) make(schema);
  expect(performance.now() - startMs).toBeLessThan(5000);
});
