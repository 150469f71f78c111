import type { Framed } from './frame-picture.ts';

const side = 12;

/** The coarse layout of light and dark, around its mean, so that even light says nothing. */
export function thumbnail(framed: Framed): Float64Array {
  const sums = new Float64Array(side * side);
  const counts = new Float64Array(side * side);
  let [sum, count] = [0, 0];
  for (let y = framed.top; y < framed.bottom; y++) {
    for (let x = framed.left; x < framed.right; x++) {
      const value = framed.pixels[y * framed.side + x]!;
      const at = cellOf(y, framed.side) * side + cellOf(x, framed.side);
      sums[at]! += value;
      counts[at]! += 1;
      sum += value;
      count += 1;
    }
  }
  const mean = sum / count;
  return sums.map((value, at) => (counts[at]! > 0 ? value / counts[at]! - mean : 0));
}

function cellOf(place: number, of: number): number {
  return Math.floor((place * side) / of);
}
