import type { Framed } from './frame-picture.ts';

const bins = 32;

/** How often each brightness occurs, in square roots, so that a large dark ground does not drown
 *  the rest. */
export function brightnessHistogram(framed: Framed): Float64Array {
  const counts = new Float64Array(bins);
  for (const value of within(framed)) {
    const place = value * (bins - 1);
    const bin = Math.floor(place);
    counts[bin]! += 1 - (place - bin);
    if (bin + 1 < bins) counts[bin + 1]! += place - bin;
  }
  return counts.map(count => Math.sqrt(count));
}

/** Mean, spread, skewness and tails of the brightness, and the share of the frame that the
 *  picture's shape fills: each near 0 to 1. */
export function brightnessMoments(framed: Framed): Float64Array {
  const values = [...within(framed)];
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const average = (of: (deviation: number) => number) =>
    values.reduce((sum, value) => sum + of(value - mean), 0) / values.length;
  const variance = average(d => d * d);
  const spread = Math.sqrt(variance);
  const skewness = spread > 0 ? average(d => d * d * d) / (variance * spread) : 0;
  const tails = spread > 0 ? average(d => d * d * d * d) / (variance * variance) : 0;
  const filled = values.length / (framed.side * framed.side);
  return Float64Array.of(mean, 2 * spread, skewness / (1 + Math.abs(skewness)), tails / 10, filled);
}

function* within({ side, pixels, left, top, right, bottom }: Framed): Generator<number> {
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) yield pixels[y * side + x]!;
  }
}
