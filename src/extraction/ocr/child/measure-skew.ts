const mostDegrees = 6;
const coarse = 0.5;
const fine = 0.1;
const leastDegrees = 0.3;
/** Points that are enough to tell; more only take longer. */
const mostPoints = 60_000;
/** Of the sharpness of the page as it is: less is chance. */
const leastGain = 1.15;

/** By how many degrees clockwise the lines of a page fall. At the right angle its rows are either full of
 *  ink or empty. */
export function measureSkew(ink: Uint8Array, width: number, height: number): number {
  const points = sample(ink, width);
  if (points.length < 2000) return 0;
  const best = (angles: number[]) =>
    angles
      .map(angle => ({ angle, sharp: sharpness(points, angle, width, height) }))
      .reduce((a, b) => (b.sharp > a.sharp ? b : a));
  const rough = best(steps(-mostDegrees, mostDegrees, coarse));
  const { angle, sharp } = best(steps(rough.angle - coarse, rough.angle + coarse, fine));
  const isClear = sharp > leastGain * sharpness(points, 0, width, height);
  return Math.abs(angle) >= leastDegrees && isClear ? angle : 0;
}

/** x and y in turn. The edge of ink below paper alone: the inside of a picture says nothing. */
function sample(ink: Uint8Array, width: number): Int32Array {
  const edges: number[] = [];
  for (let at = width; at < ink.length; at++) if (ink[at] && !ink[at - width]) edges.push(at);
  const step = Math.max(1, Math.ceil(edges.length / mostPoints));
  const points = new Int32Array(2 * Math.ceil(edges.length / step));
  for (let from = 0, to = 0; from < edges.length; from += step) {
    points[to++] = edges[from]! % width;
    points[to++] = Math.floor(edges[from]! / width);
  }
  return points;
}

function sharpness(points: Int32Array, degrees: number, width: number, height: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const more = Math.ceil(Math.abs(slope) * width);
  const rows = new Float64Array(height + 2 * more + 2);
  for (let at = 0; at < points.length; at += 2)
    rows[Math.round(points[at + 1]! - slope * points[at]!) + more]!++;
  return rows.reduce((sum, count) => sum + count * count, 0);
}

function steps(from: number, to: number, by: number): number[] {
  return Array.from({ length: Math.round((to - from) / by) + 1 }, (_, at) => from + at * by);
}
