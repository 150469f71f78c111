import type { RawBox } from '../../layout/raw-page.ts';

/** How pdf.js writes a path down: an operator, then its numbers. */
const operators = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const;

const maxSegments = 400;

/** The segments of a path whose lines all run along an axis; undefined for any other path. */
export function readPath(data: unknown, matrix: readonly number[]): RawBox[] | undefined {
  if (!(data instanceof Float32Array || data instanceof Float64Array || Array.isArray(data)))
    return undefined;
  const [a, b, c, d, e, f] = matrix as [number, number, number, number, number, number];
  const place = (at: number): [number, number] => {
    const [x, y] = [Number(data[at]), Number(data[at + 1])];
    return [a * x + c * y + e, b * x + d * y + f];
  };
  const segments: RawBox[] = [];
  let start: [number, number] | undefined;
  let last: [number, number] | undefined;
  const lineTo = (next: [number, number]) => {
    if (last) segments.push(segmentOf(last, next));
    last = next;
  };
  for (let at = 0; at < data.length; ) {
    const operator = data[at++];
    if (operator === operators.moveTo) {
      start = place(at);
      last = start;
      at += 2;
    } else if (operator === operators.lineTo) {
      lineTo(place(at));
      at += 2;
    } else if (operator === operators.closePath && start) lineTo(start);
    else return undefined;
    if (segments.length > maxSegments) return undefined;
  }
  const along = segments.every(([x0, y0, x1, y1]) => Math.min(x1 - x0, y1 - y0) <= 0.5);
  return along ? segments.filter(([x0, y0, x1, y1]) => x1 - x0 + y1 - y0 >= 4) : undefined;
}

function segmentOf([x0, y0]: [number, number], [x1, y1]: [number, number]): RawBox {
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}
