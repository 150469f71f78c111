import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJson } from './find-json.ts';

test.each([
  ['{"a":1}', { a: 1 }],
  ['  {"a":1}\n', { a: 1 }],
  ['Sure! Here it is:\n```json\n{"a": {"b": [1, 2]}}\n```\nAnything else?', { a: { b: [1, 2] } }],
  ['first {"a":1}, no: {"a":2}', { a: 2 }],
  ['{"text":"a } in { quotes \\" and } more"}', { text: 'a } in { quotes " and } more' }],
  ['结果如下：{"级别":"L4/L5"}。', { 级别: 'L4/L5' }],
  ['{"a":1} and then {broken', { a: 1 }],
  ['[1,2]', [1, 2]],
])('%s', (text, value) => {
  expect(findJson(text)).toEqual(value);
});

test.each([
  '',
  'no object',
  '{"a":1',
  "{'a':1}",
  '{"a":1,}',
  '{a:1}',
  '}{',
  '{"a":"b',
  '12',
  '"x"',
  'null',
])('nothing is guessed from %j', text => {
  expect(findJson(text)).toBeUndefined();
});

test('an object is found between any words without braces', () => {
  const words = fc.string().map(text => text.replace(/[{}"]/g, ''));
  fc.assert(
    fc.property(
      words,
      words,
      fc.dictionary(fc.string(), fc.jsonValue()),
      (before, after, value) => {
        const text = JSON.stringify(value);
        expect(findJson(`${before} ${text} ${after}`)).toEqual(JSON.parse(text));
      },
    ),
  );
});

test('a million open braces cost no more than reading them', () => {
  const start = performance.now();
  expect(findJson('{'.repeat(1_000_000))).toBeUndefined();
  expect(findJson('{"a":'.repeat(200_000))).toBeUndefined();
  expect(performance.now() - start).toBeLessThan(2000);
});
