/** The mean around each place of a picture: a box of so many places to either side, cut off at the
 *  borders. */
export function boxMean(
  values: Float32Array,
  [columns, rows]: readonly [number, number],
  [reachX, reachY]: readonly [number, number],
): Float32Array {
  const means = new Float32Array(values.length);
  const line = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) slide(values, line, row * columns, 1, columns, reachX);
  for (let column = 0; column < columns; column++)
    slide(line, means, column, columns, rows, reachY);
  return means;
}

function slide(
  from: Float32Array,
  to: Float32Array,
  start: number,
  stride: number,
  count: number,
  reach: number,
): void {
  let sum = 0;
  for (let at = 0; at < Math.min(reach, count); at++) sum += from[start + at * stride]!;
  for (let at = 0; at < count; at++) {
    const [enters, leaves] = [at + reach, at - reach - 1];
    if (enters < count) sum += from[start + enters * stride]!;
    if (leaves >= 0) sum -= from[start + leaves * stride]!;
    const held = Math.min(enters, count - 1) - Math.max(leaves, -1);
    to[start + at * stride] = sum / held;
  }
}
