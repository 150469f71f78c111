/** PNG's rows begin with the number of a filter; gives the rows without it, or undefined where a
 *  number means nothing. `reach` is the distance to the byte of the pixel to the left. */
export function unfilterRows(
  filtered: Uint8Array,
  rowBytes: number,
  reach: number,
): Uint8Array | undefined {
  const rows = filtered.length / (rowBytes + 1);
  const out = new Uint8Array(rows * rowBytes);
  for (let row = 0; row < rows; row++) {
    const from = row * (rowBytes + 1);
    const filter = filtered[from]!;
    if (filter > 4) return undefined;
    const to = row * rowBytes;
    for (let at = 0; at < rowBytes; at++) {
      const left = at >= reach ? out[to + at - reach]! : 0;
      const up = row > 0 ? out[to + at - rowBytes]! : 0;
      const corner = at >= reach && row > 0 ? out[to + at - rowBytes - reach]! : 0;
      out[to + at] = filtered[from + 1 + at]! + predict(filter, left, up, corner);
    }
  }
  return out;
}

function predict(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return nearest(left, up, corner);
    default:
      return 0;
  }
}

/** Paeth's: of the three neighbours the one nearest to left + up - corner. */
function nearest(left: number, up: number, corner: number): number {
  const [toLeft, toUp] = [Math.abs(up - corner), Math.abs(left - corner)];
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
