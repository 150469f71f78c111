import type { Grid, Vector } from '../../contracts/imaging/index.ts';
import { cross, dot, length, normalise, scale, subtract } from '../geometry/vector.ts';
import { type Frame, isLocalizer } from './frame.ts';
import type { Series, SeriesProblem } from './series.ts';
import {
  isPlaced,
  type Placed,
  placeAlongNormal,
  samePlaceMm,
  splitIntoStacks,
} from './split-into-stacks.ts';

/** Frames of any number of series, in any order, as the stacks that they are. */
export function assembleSeries(frames: readonly Frame[]): Series[] {
  const bySeries = Map.groupBy(frames, ({ seriesUid }) => seriesUid);
  return [...bySeries.values()].flatMap(all => {
    const { stacks, by } = splitIntoStacks(all);
    const mixed: SeriesProblem[] =
      stacks.length > 1 ? [{ problem: 'mixed-series', by, stacks: stacks.length }] : [];
    return stacks.map(stack => assembleStack(stack, mixed));
  });
}

function assembleStack(stack: readonly Frame[], mixed: readonly SeriesProblem[]): Series {
  const seriesUid = stack[0]!.seriesUid;
  const problems = [...mixed];
  if (stack.some(({ spacingMm }) => !spacingMm)) problems.push({ problem: 'spacing-assumed' });
  if (!stack.every(isPlaced)) {
    const frames = stack.toSorted(byInstance);
    if (frames.length > 1) problems.push({ problem: 'unplaced' });
    const kind = frames.length > 1 ? 'unplaced' : 'single';
    return { seriesUid, kind, frames, grid: null, offsetsMm: [], problems };
  }
  const frames = orderByPlace(stack);
  if (frames.length < stack.length)
    problems.push({ problem: 'duplicates', leftOut: stack.length - frames.length });
  const first = placeAlongNormal(frames[0]!);
  const offsetsMm = frames.map(frame => placeAlongNormal(frame) - first);
  const gaps = offsetsMm.slice(1).map((offset, at) => offset - offsetsMm[at]!);
  const gapMm = median(gaps);
  problems.push(...problemsOfGaps(gaps, gapMm));
  const stacking = stackingOf(frames);
  problems.push(...problemsOfStacking(frames, stacking));
  const kind = frames.some(isLocalizer) ? 'localizer' : frames.length > 1 ? 'volume' : 'single';
  const grid = gridOf(frames, stacking.direction, gapMm / stacking.cosine);
  return { seriesUid, kind, frames, grid, offsetsMm, problems };
}

/** Along the normal; of several at one place the first by instance number stays. */
function orderByPlace(stack: readonly Placed[]): Placed[] {
  return stack
    .toSorted(byInstance)
    .map(frame => ({ frame, place: placeAlongNormal(frame) }))
    .sort((a, b) => a.place - b.place)
    .reduce<{ frame: Placed; place: number }[]>((kept, next) => {
      const last = kept.at(-1);
      if (!last || next.place - last.place >= samePlaceMm) kept.push(next);
      return kept;
    }, [])
    .map(({ frame }) => frame);
}

function byInstance(a: Frame, b: Frame): number {
  const number = (frame: Frame) => frame.instanceNumber ?? Number.MAX_SAFE_INTEGER;
  // Then by name, so that the same files give the same order on every disk.
  const byName = a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
  return number(a) - number(b) || byName || a.frame - b.frame;
}

function median(gaps: readonly number[]): number {
  const sorted = gaps.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 1;
}

function problemsOfGaps(gaps: readonly number[], gapMm: number): SeriesProblem[] {
  const problems: SeriesProblem[] = [];
  const ordinary: number[] = [];
  for (const [after, gap] of gaps.entries()) {
    if (gap < 1.5 * gapMm) ordinary.push(gap);
    else problems.push({ problem: 'gap', after, missing: Math.round(gap / gapMm) - 1 });
  }
  const [leastMm, mostMm] = [Math.min(...ordinary), Math.max(...ordinary)];
  // Headers round to hundredths of a millimetre.
  if (mostMm - leastMm > Math.max(0.05 * gapMm, 0.03))
    problems.push({ problem: 'uneven-spacing', leastMm, mostMm });
  return problems;
}

type Stacking = { direction: Vector; normal: Vector; cosine: number };

/** The direction from the first slice's first pixel to the last one's. */
function stackingOf(frames: readonly Placed[]): Stacking {
  const [first, last] = [frames[0]!, frames.at(-1)!];
  const normal = normalise(cross(...first.directions));
  const stackMm = subtract(last.positionMm, first.positionMm);
  const leanMm = length(subtract(stackMm, scale(normal, dot(stackMm, normal))));
  // Rounded positions lean by a hair; a right angle is what was meant.
  if (leanMm < samePlaceMm) return { direction: normal, normal, cosine: 1 };
  const direction = normalise(stackMm);
  return { direction, normal, cosine: dot(direction, normal) };
}

/** Less than this is nobody's gantry. */
const leastTiltDegrees = 0.5;

function problemsOfStacking(frames: readonly Placed[], stacking: Stacking): SeriesProblem[] {
  const { direction, normal, cosine } = stacking;
  const problems: SeriesProblem[] = [];
  const degrees = (Math.acos(Math.min(1, cosine)) * 180) / Math.PI;
  if (degrees > leastTiltDegrees) problems.push({ problem: 'tilted', degrees });
  const [{ positionMm: start, spacingMm }] = frames as [Placed, ...Placed[]];
  const besideMm = frames.map(({ positionMm }) => {
    const from = subtract(positionMm, start);
    return length(subtract(from, scale(direction, dot(from, normal) / cosine)));
  });
  const mostMm = Math.max(...besideMm);
  if (mostMm > Math.max(1, spacingMm?.[0] ?? 0)) problems.push({ problem: 'off-the-line', mostMm });
  return problems;
}

function gridOf(frames: readonly Placed[], direction: Vector, stepMm: number): Grid {
  const { size, spacingMm, directions, positionMm } = frames[0]!;
  return {
    size: [size[0], size[1], frames.length],
    spacingMm: [spacingMm?.[0] ?? 1, spacingMm?.[1] ?? 1, stepMm],
    directions: [directions[0], directions[1], direction],
    originMm: positionMm,
  };
}
