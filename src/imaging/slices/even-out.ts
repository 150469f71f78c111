import { SpinemedError } from '../../errors/index.ts';
import { pointAtIndex } from '../geometry/grid-index.ts';
import type { SliceStack } from './slice-stack.ts';

/** In steps. Slices less than one and a half apart leave no gap, so none between them is farther. */
const farthest = 0.75;
/** Less than this beside its even place is rounding in the headers. */
const rounding = 0.25;
/** So often as many even steps as there are slices: past that it is mostly holes. */
const mostStretched = 4;

/** A stack whose slices lie at even steps, each showing the one that was acquired nearest to it;
 *  where none was, nothing (NaN). For cutting across: else a gap would pull the patient together. */
export function evenOut(stack: SliceStack): SliceStack {
  const { offsetsMm, grid } = stack;
  if (!offsetsMm || offsetsMm.length < 2) return stack;
  const stepMm = ordinaryStep(offsetsMm);
  if (offsetsMm.every((mm, at) => Math.abs(mm - at * stepMm) < rounding * stepMm)) return stack;
  const count = Math.round(offsetsMm.at(-1)! / stepMm) + 1;
  if (count > mostStretched * offsetsMm.length) throw tooScattered();
  const sliceAt = nearestSlices(offsetsMm, count, stepMm);
  const holes = sliceAt.filter(slice => slice === null).length;
  // Along a tilted stack a step is longer than across it.
  const lean = grid.spacingMm[2] / medianStep(offsetsMm);
  const [across, down] = grid.spacingMm;
  const evened = {
    ...grid,
    size: [grid.size[0], grid.size[1], count] as const,
    spacingMm: [across, down, stepMm * lean] as const,
  };
  const hole = new Float32Array(holes > 0 ? grid.size[0] * grid.size[1] : 0).fill(Number.NaN);
  return {
    ...stack,
    grid: evened,
    offsetsMm: null,
    read: async at => (sliceAt[at] === null ? hole : stack.read(sliceAt[at]!)),
    rescaleOf: at =>
      sliceAt[at] === null ? { slope: 1, intercept: 0 } : stack.rescaleOf(sliceAt[at]!),
    originOf: at => pointAtIndex(evened, [0, 0, at]),
    sourceOf: at => (sliceAt[at] === null ? null : stack.sourceOf(sliceAt[at]!)),
    digests: slices =>
      stack.digests([...new Set(slices.map(at => sliceAt[at]!))].filter(slice => slice !== null)),
    notes: holes > 0 ? [...stack.notes, `gaps-left-black: ${holes} of ${count}`] : stack.notes,
  };
}

function stepsOf(offsetsMm: readonly number[]): number[] {
  return offsetsMm.slice(1).map((mm, at) => mm - offsetsMm[at]!);
}

function medianStep(offsetsMm: readonly number[]): number {
  const sorted = stepsOf(offsetsMm).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

/** The mean of those that are no gap: the median of rounded ones would drift away over hundreds. */
function ordinaryStep(offsetsMm: readonly number[]): number {
  const median = medianStep(offsetsMm);
  const ordinary = stepsOf(offsetsMm).filter(step => step < 1.5 * median);
  return ordinary.reduce((sum, step) => sum + step, 0) / ordinary.length;
}

function nearestSlices(
  offsetsMm: readonly number[],
  count: number,
  stepMm: number,
): (number | null)[] {
  let nearest = 0;
  const beside = (slice: number, mm: number) => Math.abs(offsetsMm[slice]! - mm);
  return Array.from({ length: count }, (_, at) => {
    const mm = at * stepMm;
    while (nearest + 1 < offsetsMm.length && beside(nearest + 1, mm) <= beside(nearest, mm))
      nearest++;
    return beside(nearest, mm) <= farthest * stepMm ? nearest : null;
  });
}

function tooScattered(): SpinemedError {
  return new SpinemedError({
    code: 'slices-too-scattered',
    mender: 'user',
    message: 'the slices of a series lie too far apart to be cut in another plane',
    hint: 'Leave --plane away to have them as they were acquired.',
  });
}
