/**
 * The way through a stack of score pictures that gathers most, one place a level, moving by at
 * most so many columns and rows from a level to the next.
 */
export function bestPath(
  levels: readonly Float32Array[],
  [columns, rows]: readonly [number, number],
  [reachX, reachY]: readonly [number, number],
): number[] {
  const gathered: Float32Array[] = [];
  for (const [level, scores] of levels.entries()) {
    const before =
      level > 0 ? maxAround(gathered[level - 1]!, [columns, rows], [reachX, reachY]) : null;
    gathered.push(before ? scores.map((score, at) => score + before[at]!) : scores);
  }
  const path: number[] = [];
  for (let level = levels.length - 1; level >= 0; level--) {
    const next = path.at(-1);
    const [column, row] =
      next === undefined ? [0, 0] : [next % columns, Math.floor(next / columns)];
    let best = next ?? 0;
    for (let at = 0; at < columns * rows; at++) {
      const isNear =
        next === undefined ||
        (Math.abs((at % columns) - column) <= reachX &&
          Math.abs(Math.floor(at / columns) - row) <= reachY);
      if (isNear && gathered[level]![at]! > gathered[level]![best]!) best = at;
    }
    path.push(best);
  }
  return path.reverse();
}

function maxAround(
  values: Float32Array,
  [columns, rows]: readonly [number, number],
  [reachX, reachY]: readonly [number, number],
): Float32Array {
  const line = new Float32Array(values.length);
  const most = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) spread(values, line, row * columns, 1, columns, reachX);
  for (let column = 0; column < columns; column++)
    spread(line, most, column, columns, rows, reachY);
  return most;
}

function spread(
  from: Float32Array,
  to: Float32Array,
  start: number,
  stride: number,
  count: number,
  reach: number,
): void {
  for (let at = 0; at < count; at++) {
    let most = Number.NEGATIVE_INFINITY;
    const last = Math.min(count - 1, at + reach);
    for (let near = Math.max(0, at - reach); near <= last; near++)
      most = Math.max(most, from[start + near * stride]!);
    to[start + at * stride] = most;
  }
}
