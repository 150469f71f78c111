import { areAdjacent, levelsBetween } from '../arithmetic.ts';
import { LEVELS, type Level, type RootLevel } from '../level.ts';
import { nameDisc, nameRange } from '../naming.ts';

/**
 * Inside the reader a level is a small number, its place in LEVELS: hot code compares and looks up
 * numbers only, and what a mention shows (its levels, its name) comes ready-made from a table.
 */
export type Slot = number;

export const NO_SLOT: Slot = -1;
export const C8_ROOT: Slot = LEVELS.length;
export const OCCIPUT: Slot = LEVELS.length + 1;

export const CERVICAL = 0;
export const THORACIC = 1;
export const LUMBAR = 2;
export const SACRAL = 3;
export const COCCYGEAL = 4;

const FIRST = [0, 7, 20, 26, 31] as const;
const COUNT = [7, 13, 6, 5, 1] as const;

export const ATLAS: Slot = 0;
export const AXIS: Slot = 1;
export const COCCYX: Slot = 31;

/** Highest number a region has, without its variant: what follows it is the next region's first. */
const USUAL_COUNT = [7, 12, 5] as const;

export function slotOf(region: number, ordinal: number): Slot {
  if (region === COCCYGEAL) return ordinal >= 1 && ordinal <= 5 ? COCCYX : NO_SLOT;
  if (region === CERVICAL && ordinal === 8) return C8_ROOT;
  if (region === CERVICAL && ordinal === 0) return OCCIPUT;
  return ordinal >= 1 && ordinal <= COUNT[region]! ? FIRST[region]! + ordinal - 1 : NO_SLOT;
}

export function regionOfSlot(slot: Slot): number {
  if (slot >= C8_ROOT) return CERVICAL;
  if (slot >= FIRST[4]) return COCCYGEAL;
  if (slot >= FIRST[3]) return SACRAL;
  if (slot >= FIRST[2]) return LUMBAR;
  return slot >= FIRST[1] ? THORACIC : CERVICAL;
}

export function ordinalOfSlot(slot: Slot): number {
  if (slot === C8_ROOT) return 8;
  if (slot === OCCIPUT) return 0;
  return slot - FIRST[regionOfSlot(slot)]! + 1;
}

/** The slot that a bare number names after `previous`: L4 then 5 is L5, and L5 then 1 is S1. */
export function slotAfter(previous: Slot, ordinal: number): Slot {
  const region = regionOfSlot(previous);
  const wraps = ordinal === 1 && region < SACRAL && ordinalOfSlot(previous) >= USUAL_COUNT[region]!;
  return wraps ? slotOf(region + 1, 1) : slotOf(region, ordinal);
}

/** The next slot of a spine without variants. */
export function slotBelow(slot: Slot): Slot {
  const region = regionOfSlot(slot);
  const isLast = region < SACRAL && ordinalOfSlot(slot) >= USUAL_COUNT[region]!;
  return isLast ? FIRST[region + 1]! : slot + 1;
}

const SIZE = OCCIPUT + 1;

function neighbours(a: Slot, b: Slot): boolean {
  const [upper, lower] = [LEVELS[a], LEVELS[b]];
  return upper !== undefined && lower !== undefined && areAdjacent(upper, lower);
}

const ADJACENT: Uint8Array = Uint8Array.from({ length: SIZE * SIZE }, (_, at) =>
  neighbours(Math.floor(at / SIZE), at % SIZE) ? 1 : 0,
);

export function slotsAdjacent(a: Slot, b: Slot): boolean {
  return ADJACENT[a * SIZE + b] === 1;
}

/** What a mention of these slots says, made once for each pair of ends. */
type Extent = { readonly levels: readonly RootLevel[]; readonly name: string };

const extents: (Extent | undefined)[] = new Array(SIZE * SIZE * 3).fill(undefined);

export const AS_RANGE = 0;
export const AS_DISC = 1;
export const AS_ROOTS = 2;

export function extentOf(a: Slot, b: Slot, shape: number): Extent {
  const at = (a * SIZE + b) * 3 + shape;
  let extent = extents[at];
  if (extent === undefined) {
    extent = makeExtent(a, b, shape);
    extents[at] = extent;
  }
  return extent;
}

function makeExtent(a: Slot, b: Slot, shape: number): Extent {
  const levels = Object.freeze(shape === AS_ROOTS ? rootsBetween(a, b) : bonesBetween(a, b));
  const isDisc = shape === AS_DISC;
  return Object.freeze({
    levels,
    name: isDisc ? nameDisc(levels[0] as Level, levels[1] as Level) : nameRange(levels),
  });
}

/** The occiput is no vertebra: a range from it starts at the atlas. */
function levelOf(slot: Slot): Level {
  return LEVELS[slot === OCCIPUT ? ATLAS : slot]!;
}

function bonesBetween(a: Slot, b: Slot): RootLevel[] {
  return levelsBetween(levelOf(a), levelOf(b));
}

/** Roots from C5 to T1 pass through C8. */
function rootsBetween(a: Slot, b: Slot): RootLevel[] {
  if (a === C8_ROOT && b === C8_ROOT) return ['C8'];
  if (a === C8_ROOT) return ['C8', ...levelsBetween('T1', levelOf(b))];
  if (b === C8_ROOT) return [...levelsBetween(levelOf(a), 'C7'), 'C8'];
  const roots: RootLevel[] = levelsBetween(levelOf(a), levelOf(b));
  const place = roots.indexOf('T1');
  if (place > 0) roots.splice(place, 0, 'C8');
  return roots;
}
