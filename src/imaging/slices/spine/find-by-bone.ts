import type { CoarseVolume } from '../coarse-volume.ts';
import { bestPath } from './best-path.ts';
import { boxMean } from './box-mean.ts';
import { clampSpan, longestRun, spreadAround } from './spans.ts';
import type { Span, SpineRange } from './spine-range.ts';

/** Half of the box that a vertebra with its arch fills: across, and from front to back. */
const boxMm = [22, 30] as const;
/** How fast a spine may wander sideways on its way down. */
const slope = 0.8;
/** Mean share of bone in the box: less is no vertebra. */
const leastBone = 0.06;
/** Of the upper quarter of levels: less is not the spine any more (thighs, the top of a head). */
const leastOfTypical = 0.4;
const holeMm = 16;
const leastLengthMm = 20;

/**
 * The spine in a CT: the way from level to level through boxes of a vertebra's size that hold
 * most bone, near the middle of the body. Vessels and kidneys with contrast are less dense, a
 * table is thin, ribs and hips lie to the side; metal counts as bone. Null where there is none.
 */
export function findByBone(volume: CoarseVolume): SpineRange | null {
  const [columns, rows, levels] = volume.size;
  const [stepX, stepY, stepZ] = volume.stepMm;
  const plane = columns * rows;
  const bone = volume.values.map(boneOf);
  const reach = [Math.round(boxMm[0] / stepX), Math.round(boxMm[1] / stepY)] as const;
  const scores = Array.from({ length: levels }, (_, level) => {
    const part = (all: Float32Array) => all.subarray(level * plane, (level + 1) * plane);
    const score = boxMean(part(bone), [columns, rows], reach);
    const middle = middleOfBody(part(volume.values), columns);
    const near = Array.from({ length: columns }, (_, at) => nearness((at - middle) * stepX));
    return score.map((mean, at) => mean * near[at % columns]!);
  });
  const mayMove = (stepMm: number) => Math.ceil((slope * stepZ) / stepMm);
  const path = bestPath(scores, [columns, rows], [mayMove(stepX), mayMove(stepY)]);
  const along = path.map((at, level) => scores[level]![at]!);
  const typical = along.toSorted((a, b) => a - b)[Math.floor(along.length * 0.75)] ?? 0;
  if (typical < leastBone) return null;
  const run = longestRun(
    along.map(score => score >= Math.max(leastBone, leastOfTypical * typical)),
    Math.round(holeMm / stepZ),
  );
  if (!run || (run[1] - run[0] + 1) * stepZ < Math.min(leastLengthMm, levels * stepZ)) return null;
  const across = spanAround(bone, volume, path, run);
  return { evidence: 'bone', range: [across.x, across.y, run] };
}

/** None below 150 HU, all from 400 HU on: marrow counts a little, contrast hardly. */
function boneOf(hounsfield: number): number {
  return Math.min(1, Math.max(0, (hounsfield - 150) / 250));
}

const bodyFromHu = -300;

function middleOfBody(values: Float32Array, columns: number): number {
  let [count, sum] = [0, 0];
  for (let at = 0; at < values.length; at++) {
    if (values[at]! < bodyFromHu) continue;
    count++;
    sum += at % columns;
  }
  return count > 0 ? sum / count : (columns - 1) / 2;
}

/** A curved spine may lie three centimetres beside the middle; a kidney lies at seven. */
function nearness(besideMm: number): number {
  return Math.exp(-((besideMm / 60) ** 2) / 2);
}

/** A vertebra reaches no farther from its middle, to a side or to front and back. */
const [mostX, mostY] = [40, 60];

/** How far bone reaches around the path: to the tips of the transverse and spinous processes. */
function spanAround(
  bone: Float32Array,
  { size: [columns, rows], stepMm: [stepX, stepY] }: CoarseVolume,
  path: readonly number[],
  run: Span,
): { x: Span; y: Span } {
  const profileX = new Float64Array(2 * columns);
  const profileY = new Float64Array(2 * rows);
  const nearX = Math.round(12 / stepX);
  const nearY = Math.round(boxMm[1] / stepY);
  const [farX, farY] = [Math.ceil(mostX / stepX) + 1, Math.ceil(mostY / stepY) + 1];
  const xs: number[] = [];
  const ys: number[] = [];
  for (let level = run[0]; level <= run[1]; level++) {
    const [x, y] = [path[level]! % columns, Math.floor(path[level]! / columns)];
    xs.push(x);
    ys.push(y);
    // Farther off there is nothing that the profiles are asked for.
    for (let row = Math.max(0, y - farY); row <= Math.min(rows - 1, y + farY); row++)
      for (
        let column = Math.max(0, x - farX);
        column <= Math.min(columns - 1, x + farX);
        column++
      ) {
        const value = bone[column + columns * (row + rows * level)]!;
        if (Math.abs(row - y) <= nearY) profileX[column - x + columns]! += value;
        if (Math.abs(column - x) <= nearX) profileY[row - y + rows]! += value;
      }
  }
  const spread = (profile: Float64Array, middle: number, stepMm: number, mm: Span) =>
    spreadAround(profile, middle, 0.25 * Math.max(...profile.subarray(middle - 2, middle + 3)), [
      Math.round(mm[0] / stepMm),
      Math.round(mm[1] / stepMm),
    ]).map(at => at - middle) as unknown as Span;
  const reachX = spread(profileX, columns, stepX, [14, mostX]);
  const reachY = spread(profileY, rows, stepY, [20, mostY]);
  return {
    x: clampSpan([wander(xs)[0] + reachX[0], wander(xs)[1] + reachX[1]], columns),
    y: clampSpan([wander(ys)[0] + reachY[0], wander(ys)[1] + reachY[1]], rows),
  };
}

/** From where to where the path runs, but for the tenth of it that strays (to a jaw, a shoulder). */
function wander(places: readonly number[]): Span {
  const sorted = places.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  return [at(0.05), at(0.95)];
}
