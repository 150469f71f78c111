import type { SlicePlane } from './slice-plane.ts';
import type { SliceStack } from './slice-stack.ts';

export type GatheredPlane = {
  index: number;
  size: readonly [number, number];
  /** After rescale, as they are looked at. The next plane may be written over it. */
  values: Float32Array;
};

/** Planes that run across all slices are filled side by side, so many at once. */
const mostAtOnce = 32;

/** The chosen slices of a plane, one after the other, in the order of `indices`. */
export async function* gatherPlanes(
  stack: SliceStack,
  plane: SlicePlane,
  indices: readonly number[],
): AsyncGenerator<GatheredPlane> {
  const size = [stack.grid.size[plane.columns.axis], stack.grid.size[plane.rows.axis]] as const;
  const empty = () => new Float32Array(size[0] * size[1]);
  if (plane.across.axis === 2) {
    const values = empty();
    for (const index of indices) {
      await copySlice(stack, plane, index, [{ index: 0, values }]);
      yield { index, size, values };
    }
    return;
  }
  for (let from = 0; from < indices.length; from += mostAtOnce) {
    const group = indices
      .slice(from, from + mostAtOnce)
      .map(index => ({ index, size, values: empty() }));
    for (let slice = 0; slice < stack.grid.size[2]; slice++)
      await copySlice(stack, plane, slice, group);
    yield* group;
  }
}

/** What one stored slice has of each plane: all of it, or a line. */
async function copySlice(
  stack: SliceStack,
  { across, columns, rows }: SlicePlane,
  slice: number,
  planes: readonly { index: number; values: Float32Array }[],
): Promise<void> {
  const stored = await stack.read(slice);
  const { slope, intercept } = stack.rescaleOf(slice);
  const { size } = stack.grid;
  const strides = [1, size[0], 0] as const;
  const width = size[columns.axis];
  const spanOf = (axis: 0 | 1 | 2, sign: 1 | -1) => {
    const at = sign > 0 ? slice : size[2] - 1 - slice;
    return axis === 2 ? ([at, at + 1] as const) : ([0, size[axis]] as const);
  };
  const [fromColumn, toColumn] = spanOf(columns.axis, columns.sign);
  const [fromRow, toRow] = spanOf(rows.axis, rows.sign);
  const placeOf = (axis: 0 | 1 | 2, sign: 1 | -1, at: number) =>
    (sign > 0 ? at : size[axis] - 1 - at) * strides[axis];
  const step = columns.sign * strides[columns.axis];
  for (const { index, values } of planes) {
    const base = across.axis === 2 ? 0 : index * strides[across.axis];
    for (let row = fromRow; row < toRow; row++) {
      let from =
        base + placeOf(rows.axis, rows.sign, row) + placeOf(columns.axis, columns.sign, fromColumn);
      for (let to = row * width + fromColumn; to < row * width + toColumn; to++) {
        values[to] = stored[from]! * slope + intercept;
        from += step;
      }
    }
  }
}
