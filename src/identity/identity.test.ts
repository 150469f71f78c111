import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SpinemedError } from '../errors/index.ts';
import { canonical, idOf, uuidOf } from './identity.ts';

const uuid8 = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const json = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' });

describe('an id', () => {
  it('stays the same for ever: whatever has one would be made again otherwise', () => {
    expect(uuidOf('')).toBe('e3b0c442-98fc-8c14-9afb-f4c8996fb924');
    expect(idOf()).toBe(uuidOf(''));
    expect(idOf('collect-folder', 1, { path: 'sources' })).toBe(
      '2ddd6d0e-625b-8acf-8ebe-524f4558acbf',
    );
    expect(idOf('脊柱', null, [1.5, true, { b: '👩🏽‍⚕️', a: 1, c: undefined }], -0)).toBe(
      '48fd0933-5421-80d0-aa2d-c1948acec1d2',
    );
  });

  it('is a UUID of version 8', () => {
    fc.assert(fc.property(json, value => uuid8.test(idOf(value))));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => uuid8.test(uuidOf(text))));
  });

  it('does not depend on the order of keys, nor on keys without a value', () => {
    fc.assert(
      fc.property(json, value => {
        expect(idOf(reversed(value))).toBe(idOf(value));
        expect(idOf(JSON.parse(JSON.stringify(value)))).toBe(idOf(value));
      }),
    );
    expect(idOf({ a: 1, b: undefined })).toBe(idOf({ a: 1 }));
  });

  it('depends on everything else', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        fc.pre(canonical(one) !== canonical(other));
        expect(idOf(one)).not.toBe(idOf(other));
      }),
    );
    fc.assert(
      fc.property(json, json, (one, other) => {
        // Equal text means equal values: nothing is lost on the way.
        expect(JSON.parse(canonical(one))).toEqual(JSON.parse(JSON.stringify(one)));
        expect(idOf(one, other)).not.toBe(idOf([one, other]));
      }),
    );
  });

  it.each<[string, unknown[], unknown[]]>([
    ['a text and a number', ['1'], [1]],
    ['nothing and the word for it', [null], ['null']],
    ['parts and their sum', ['a', 'b'], ['ab']],
    ['parts and a comma', ['a', 'b'], ['a,b']],
    ['parts and a quoted comma', ['a', 'b'], ['a","b']],
    ['parts and a list', ['a', 'b'], [['a', 'b']]],
    ['a list and its items as keys', [['a']], [{ 0: 'a' }]],
    ['an empty list and an empty group', [[]], [{}]],
    ['an empty text and nothing', [''], []],
    ['nothing in a list and no list', [[null]], [[]]],
    ['nested in two ways', [{ a: { b: 1 } }], [{ a: 1, b: {} }]],
    ['composed and decomposed letters', ['\u00e9'], ['e\u0301']],
    ['two halves of pairs', ['\ud800'], ['\ud801']],
    ['half a pair and its stand-in', ['\ud800'], ['\ufffd']],
    ['NUL and its stand-in', ['\0'], ['\ufffd']],
    ['a key of JavaScript', [JSON.parse('{"__proto__":1}')], [{}]],
    ['numbers that print alike', [0.1 + 0.2], [0.3]],
    ['order in a list', [[1, 2]], [[2, 1]]],
  ])('tells apart %s', (_, one, other) => {
    expect(idOf(...one)).not.toBe(idOf(...other));
  });

  it.each<[string, unknown]>([
    ['a date', new Date(0)],
    ['a map', new Map([['a', 1]])],
    ['a set', new Set([1])],
    ['a buffer', Buffer.from('a')],
    ['a pattern', /a/],
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['a large integer', 1n],
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
  ])('is not made from %s, which would look like others of its kind', (_, value) => {
    for (const attempt of [() => idOf(value), () => idOf({ deep: [value] })])
      expect(attempt).toThrow(SpinemedError);
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}
