import { expect, test } from 'vitest';
import { SpinemedError } from '../../../errors/index.ts';
import { defaultMix } from './faults.ts';
import { drawLatencyMs, parseLatency } from './latency.ts';
import { parseFaults } from './parse-faults.ts';
import { createRandom } from './random.ts';

test('one share is spread evenly over the default mix', () => {
  const shares = parseFaults('0.3');
  expect([...shares.keys()]).toEqual(defaultMix);
  expect([...shares.values()].reduce((sum, one) => sum + one, 0)).toBeCloseTo(0.3, 12);
  expect(new Set(shares.values()).size).toBe(1);
});

test('shares by name are taken as they are', () => {
  expect(parseFaults(' 429=0.1, drop=0.05 ')).toEqual(
    new Map([
      ['429', 0.1],
      ['drop', 0.05],
    ]),
  );
  expect(parseFaults('')).toEqual(new Map());
});

test.each([
  ['0.3x', 'from 0 to 1'],
  ['1.2', 'from 0 to 1'],
  ['drop=', 'from 0 to 1'],
  ['drop=-0.1', 'from 0 to 1'],
  ['428=0.1', 'no such fault'],
  ['drop=0.1,drop=0.2', 'twice'],
  ['drop=0.6,hang=0.6', 'more than 1'],
])('%s is told what is wrong, and what is allowed', (text, says) => {
  const error = catchError(() => parseFaults(text));
  expect(error.message).toContain(says);
  expect(error.hint).toContain('halfjson');
});

test.each([
  ['200', 200, 200],
  ['50-400', 225, 225],
  ['0', 0, 0],
  // The mean of a log-normal is its median times e^(sigma²/2).
  ['lognormal:200:0.5', 200, 200 * Math.exp(0.125)],
])('latency %s has its median and mean', (text, median, mean) => {
  const random = createRandom('latency');
  const drawn = Array.from({ length: 20_000 }, () => drawLatencyMs(parseLatency(text), random));
  drawn.sort((a, b) => a - b);
  expect(Math.abs(drawn[10_000]! - median)).toBeLessThanOrEqual(median * 0.03);
  const sum = drawn.reduce((total, one) => total + one, 0);
  expect(Math.abs(sum / drawn.length - mean)).toBeLessThanOrEqual(mean * 0.03);
});

test.each(['fast', '-5', '400-50', 'lognormal:200', '1e3'])('latency %s is refused', text => {
  expect(catchError(() => parseLatency(text)).hint).toContain('lognormal:200:0.5');
});

test('chance is even, and follows from its words alone', () => {
  const counts = new Array<number>(10).fill(0);
  const random = createRandom('even', 1);
  for (let draw = 0; draw < 100_000; draw++) counts[random.below(10)]!++;
  // Five standard errors.
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(475);
  expect(createRandom('a', 1).next()).toBe(createRandom('a', 1).next());
  expect(createRandom('a', 1).next()).not.toBe(createRandom('a', 2).next());
});

function catchError(act: () => unknown): SpinemedError {
  try {
    act();
  } catch (error) {
    if (error instanceof SpinemedError) return error;
  }
  throw new Error('nothing was refused');
}
