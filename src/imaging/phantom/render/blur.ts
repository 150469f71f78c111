/** Smooths along one axis with weights [edge, middle, edge]. */
export function blurAxis(
  values: Float32Array,
  size: readonly [number, number, number],
  axis: 0 | 1 | 2,
  edge: number,
): void {
  const stride = [1, size[0], size[0] * size[1]][axis]!;
  const [one, other] = ([0, 1, 2] as const).filter(candidate => candidate !== axis) as [
    0 | 1,
    1 | 2,
  ];
  const strides = [1, size[0], size[0] * size[1]] as const;
  const middle = 1 - 2 * edge;
  const last = size[axis] - 1;
  for (let b = 0; b < size[other]; b++) {
    for (let a = 0; a < size[one]; a++) {
      let at = a * strides[one] + b * strides[other];
      let before = values[at]!;
      for (let step = 0; step <= last; step++, at += stride) {
        const here = values[at]!;
        const after = step < last ? values[at + stride]! : here;
        values[at] = before * edge + here * middle + after * edge;
        before = here;
      }
    }
  }
}

/** A running mean over 2 × reach + 1 entries of each row and column, three times: as good as a
 *  bell, at a cost that does not grow with its width. */
export function blurWide(
  values: Float32Array,
  [columns, rows]: readonly [number, number],
  reach: number,
): Float32Array {
  if (reach < 1) return Float32Array.from(values);
  let from = Float32Array.from(values);
  for (let pass = 0; pass < 3; pass++) {
    from = meanAlong(from, columns, rows, 1, columns, reach);
    from = meanAlong(from, rows, columns, columns, 1, reach);
  }
  return from;
}

function meanAlong(
  values: Float32Array,
  count: number,
  lines: number,
  stride: number,
  lineStride: number,
  reach: number,
): Float32Array<ArrayBuffer> {
  const result = new Float32Array(values.length);
  for (let line = 0; line < lines; line++) {
    const start = line * lineStride;
    const at = (index: number) => values[start + Math.min(count - 1, Math.max(0, index)) * stride]!;
    let sum = 0;
    for (let index = -reach; index <= reach; index++) sum += at(index);
    for (let index = 0; index < count; index++) {
      result[start + index * stride] = sum / (2 * reach + 1);
      sum += at(index + reach + 1) - at(index - reach);
    }
  }
  return result;
}
