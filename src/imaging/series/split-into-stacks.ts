import { cross, dot, normalise } from '../geometry/vector.ts';
import { type Frame, isLocalizer, type Mark, marks } from './frame.ts';
import type { Difference } from './series.ts';

/** Nearer than this is the same place. */
export const samePlaceMm = 0.02;
/** Half a degree: more than rounding in a header, less than from one oblique slab to the next. */
const sameDirection = Math.cos((0.5 * Math.PI) / 180);

export type Stacks = { stacks: Frame[][]; by: Difference[] };

/**
 * Frames of one series as the stacks that they are: of one size, spacing and orientation, and no
 * two at one place where anything tells them apart (an echo, a moment, an acquisition). What
 * differs between slices that lie apart splits nothing: one volume may have been acquired in parts.
 */
export function splitIntoStacks(frames: readonly Frame[]): Stacks {
  const by = new Set<Difference>();
  let stacks: Frame[][] = [[...frames]];
  for (const [difference, alike] of Object.entries(likeness)) {
    const split = stacks.flatMap(stack => gather(stack, alike));
    if (split.length > stacks.length) by.add(difference as Difference);
    stacks = split;
  }
  for (const mark of marks) {
    const split = stacks.flatMap(stack => splitByMark(stack, mark));
    if (split.length > stacks.length) by.add(mark);
    stacks = split;
  }
  return { stacks, by: [...by] };
}

type Alike = (a: Frame, b: Frame) => boolean;
const likeness: {
  [difference in 'placement' | 'size' | 'orientation' | 'spacing' | 'image-type']: Alike;
} = {
  placement: (a, b) => isPlaced(a) === isPlaced(b),
  size: (a, b) => a.size[0] === b.size[0] && a.size[1] === b.size[1],
  orientation: ({ directions: a }, { directions: b }) =>
    !a || !b ? a === b : dot(a[0], b[0]) > sameDirection && dot(a[1], b[1]) > sameDirection,
  spacing: ({ spacingMm: a }, { spacingMm: b }) =>
    !a || !b ? a === b : a.every((step, axis) => Math.abs(step - b[axis]!) <= 0.001 * step),
  // A scout among slices is no slice, wherever it lies.
  'image-type': (a, b) => isLocalizer(a) === isLocalizer(b),
};

export function isPlaced(frame: Frame): frame is Placed {
  return frame.positionMm !== null && frame.directions !== null;
}
export type Placed = Frame & {
  positionMm: NonNullable<Frame['positionMm']>;
  directions: NonNullable<Frame['directions']>;
};

function gather(frames: readonly Frame[], alike: Alike): Frame[][] {
  const groups: Frame[][] = [];
  for (const frame of frames) {
    const group = groups.find(([first]) => alike(first!, frame));
    if (group) group.push(frame);
    else groups.push([frame]);
  }
  return groups;
}

function splitByMark(frames: readonly Frame[], mark: Mark): Frame[][] {
  const whole = [[...frames]];
  if (!hasSharedPlaces(frames)) return whole;
  const split = [...Map.groupBy(frames, frame => frame.marks[mark] ?? null).values()];
  const shared = (groups: Frame[][]) => groups.reduce((sum, group) => sum + countShared(group), 0);
  return shared(split) < shared(whole) ? split : whole;
}

function hasSharedPlaces(frames: readonly Frame[]): boolean {
  return countShared(frames) > 0;
}

function countShared(frames: readonly Frame[]): number {
  if (!frames.every(isPlaced)) return 0;
  const places = frames.map(placeAlongNormal).sort((a, b) => a - b);
  return places.filter((place, at) => at > 0 && place - places[at - 1]! < samePlaceMm).length;
}

export function placeAlongNormal({ positionMm, directions }: Placed): number {
  return dot(positionMm, normalise(cross(...directions)));
}
