export type SliceChoice = {
  /** From low to high. */
  indices: number[];
  /** From where to where on the axis they were spread. */
  range: readonly [number, number];
  /** Whether the range was taken wider than what was found, to hold that many slices. */
  isWidened: boolean;
};

/**
 * The middles of equal parts of a range of an axis, one slice each. A range of fewer slices than
 * are wanted grows to both sides; an axis of fewer gives all that it has.
 */
export function chooseSlices(
  slices: number,
  [first, last]: readonly [number, number],
  wanted: number,
): SliceChoice {
  const count = Math.min(wanted, slices);
  const lacking = Math.max(0, count - (last - first + 1));
  const start = Math.max(
    0,
    Math.min(first - Math.floor(lacking / 2), slices - (last - first + 1) - lacking),
  );
  const end = last - first + start + lacking;
  const step = (end - start + 1) / count;
  const indices = Array.from({ length: count }, (_, at) => Math.floor(start + (at + 0.5) * step));
  return { indices, range: [start, end], isWidened: lacking > 0 };
}
