import { startDraw } from '../plan/draw.ts';

const count = 1 << 15;
const draw = startDraw(1);
/** Drawn once: what a seed decides is the order in which they come. */
const values = Float32Array.from({ length: count }, () => draw.normal(0, 1));

/** An endless run of values of mean 0 and deviation 1: quick, and the same from the same seed. */
export function startGrain(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return values[(state >>> 8) & (count - 1)]!;
  };
}
