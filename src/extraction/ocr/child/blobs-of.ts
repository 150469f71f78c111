export type Blob = { x: number; y: number; width: number; height: number; score: number };

const mostBlobs = 5000;

/** Connected areas of a map above a threshold, with the mean of what they hold. */
export function blobsOf(
  map: ArrayLike<number>,
  width: number,
  height: number,
  threshold: number,
): Blob[] {
  const seen = new Uint8Array(width * height);
  const stack = new Int32Array(width * height);
  const blobs: Blob[] = [];
  for (let start = 0; start < width * height; start++) {
    if (seen[start] || map[start]! < threshold) continue;
    let top = 0;
    stack[top++] = start;
    seen[start] = 1;
    let [x0, x1, y0, y1, sum, count] = [width, 0, height, 0, 0, 0];
    while (top > 0) {
      const at = stack[--top]!;
      const x = at % width;
      const y = (at - x) / width;
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x);
      y0 = Math.min(y0, y);
      y1 = Math.max(y1, y);
      sum += map[at]!;
      count++;
      for (const next of [
        x > 0 ? at - 1 : -1,
        x < width - 1 ? at + 1 : -1,
        at - width,
        y < height - 1 ? at + width : -1,
      ]) {
        if (next < 0 || seen[next] || map[next]! < threshold) continue;
        seen[next] = 1;
        stack[top++] = next;
      }
    }
    blobs.push({ x: x0, y: y0, width: x1 - x0 + 1, height: y1 - y0 + 1, score: sum / count });
    if (blobs.length >= mostBlobs) break;
  }
  return blobs;
}
