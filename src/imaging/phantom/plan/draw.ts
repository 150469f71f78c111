import { seededRandom } from '../../../statistics/index.ts';

/** Chance, the same from the same seed. */
export type Draw = {
  between(low: number, high: number): number;
  /** A whole number, both ends included. */
  whole(low: number, high: number): number;
  normal(mean: number, deviation: number): number;
  happens(probability: number): boolean;
  one<T>(choices: readonly T[]): T;
};

const steps = 2 ** 30;

export function startDraw(seed: number): Draw {
  const index = seededRandom(seed);
  const unit = () => (index(steps) + 0.5) / steps;
  return {
    between: (low, high) => low + unit() * (high - low),
    whole: (low, high) => low + index(high - low + 1),
    // Kept within three deviations: an anatomy has no long tails.
    normal: (mean, deviation) => {
      const z = Math.sqrt(-2 * Math.log(unit())) * Math.cos(2 * Math.PI * unit());
      return mean + Math.min(3, Math.max(-3, z)) * deviation;
    },
    happens: probability => unit() < probability,
    one: choices => choices[index(choices.length)]!,
  };
}
