import { describe, expect, it } from 'vitest';
import { correlationInterval } from './correlation-interval.ts';

describe('correlationInterval', () => {
  it('gives what R’s cor.test documents for the 43 judges of USJudgeRatings', () => {
    const { interval } = correlationInterval(-0.1331909, 43, 1, 0.95);
    expect(interval![0]).toBeCloseTo(-0.4168591, 6);
    expect(interval![1]).toBeCloseTo(0.1741182, 6);
  });

  it('has none for three pairs, where Fisher’s standard error has no value', () => {
    expect(correlationInterval(0.5, 3, 1, 0.95)).toEqual({ interval: null, noInterval: 'too-few' });
    expect(correlationInterval(0.5, 4, 1, 0.95).interval).not.toBeNull();
  });

  it('has none at the ends, where the transformation is infinite', () => {
    expect(correlationInterval(-1, 9, 1, 0.95)).toEqual({ interval: null, noInterval: 'perfect' });
  });
});
