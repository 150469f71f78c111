import { describe, expect, test } from 'vitest';
import { formatsOf } from './formats.ts';

const en = formatsOf('en-GB');
const zh = formatsOf('zh-CN');
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('spans of time', () => {
  test.each([
    [0, '0 secs'],
    [400, '0.4 secs'],
    [9_949, '9.9 secs'],
    [9_960, '10 secs'],
    [59_400, '59 secs'],
    [59_600, '1 min'],
    [134_000, '2 mins 14 secs'],
    [3_599_600, '1 hr'],
    [3_600_000, '1 hr'],
    [3_661_000, '1 hr 1 min'],
    [90_000_000, '25 hrs'],
    [-5, '0 secs'],
  ])('%i ms reads as %s', (ms, words) => {
    expect(plain(en.duration(ms))).toBe(words);
  });

  test('follow the language', () => {
    expect(plain(zh.duration(134_000))).toBe('2分钟 14秒');
  });
});

describe('money', () => {
  test('nothing spent is two noughts, a fraction of a cent is not nothing', () => {
    expect(en.usd(0)).toBe('$0.00');
    expect(en.usd(0.0034)).toBe('$0.0034');
    expect(en.usd(0.000001)).toBe('<$0.0001');
    expect(en.usd(1234.5)).toBe('$1,234.50');
  });
});

describe('shares', () => {
  test('all but one is not everything, one of many is not nothing', () => {
    expect(en.percent(0)).toBe('0%');
    expect(en.percent(0.00001)).toBe('1%');
    expect(en.percent(0.29)).toBe('29%');
    expect(en.percent(0.9999)).toBe('99%');
    expect(en.percent(1)).toBe('100%');
  });
});

test('what is no moment is shown as it came', () => {
  expect(en.dateTime('soon')).toBe('soon');
  expect(en.time('')).toBe('');
  expect(en.ago('never', 0)).toBe('never');
});

test('the moments of the database and of JSON are both read', () => {
  expect(formatsOf('en-GB').dateTime('2026-03-01T12:00:00.123456+00:00')).toBe(
    formatsOf('en-GB').dateTime('2026-03-01T12:00:00.123Z'),
  );
});

describe('how long ago', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');
  const earlier = (ms: number) => new Date(now - ms).toISOString();

  test('speaks in the largest unit that has passed', () => {
    expect(en.ago(earlier(20_000), now)).toBe('20 seconds ago');
    expect(en.ago(earlier(119_000), now)).toBe('1 minute ago');
    expect(en.ago(earlier(3 * 3_600_000), now)).toBe('3 hours ago');
    expect(zh.ago(earlier(2 * 86_400_000), now)).toBe('前天');
  });

  test('a server whose clock is ahead did not act in the future', () => {
    expect(en.ago(earlier(-60_000), now)).toBe('now');
  });
});
