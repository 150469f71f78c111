import type { Vector } from '../../../../contracts/imaging/index.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { readItems } from '../dataset/read-items.ts';
import { readNumber, readNumbers, readString } from '../dataset/read-values.ts';
import type { FrameHeader } from './header-schema.ts';

export const unknownFrame: FrameHeader = {
  positionMm: null,
  directions: null,
  pixelSpacingMm: null,
  sliceThicknessMm: null,
  sliceSpacingMm: null,
  rescale: null,
  windows: [],
  stack: null,
  inStackPosition: null,
  temporalPosition: null,
  echoTimeMs: null,
  bValue: null,
};

/** A frame's geometry and values as one data set says them; `otherwise` where it does not. */
export function readFrameHeader(
  dataset: Dataset,
  otherwise: FrameHeader = unknownFrame,
): FrameHeader {
  const windows = readWindows(dataset);
  return {
    positionMm: readVector(readNumbers(dataset, 0x00200032, 'DS')) ?? otherwise.positionMm,
    directions: readDirections(dataset) ?? otherwise.directions,
    pixelSpacingMm: readSpacing(dataset, 0x00280030) ?? otherwise.pixelSpacingMm,
    sliceThicknessMm: positive(readNumber(dataset, 0x00180050, 'DS')) ?? otherwise.sliceThicknessMm,
    sliceSpacingMm: readNumber(dataset, 0x00180088, 'DS') ?? otherwise.sliceSpacingMm,
    rescale: readRescale(dataset) ?? otherwise.rescale,
    windows: windows.length > 0 ? windows : otherwise.windows,
    stack: readString(dataset, 0x00209056) ?? otherwise.stack,
    inStackPosition: whole(readNumber(dataset, 0x00209057, 'UL')) ?? otherwise.inStackPosition,
    temporalPosition:
      whole(readNumber(dataset, 0x00209128, 'UL')) ??
      whole(readNumber(dataset, 0x00200100, 'IS')) ??
      otherwise.temporalPosition,
    echoTimeMs:
      readNumber(dataset, 0x00189082, 'FD') ??
      readNumber(dataset, 0x00180081, 'DS') ??
      otherwise.echoTimeMs,
    bValue: readNumber(dataset, 0x00189087, 'FD') ?? otherwise.bValue,
  };
}

/** Functional groups (enhanced multi-frame): sequences of one item each, which together say what
 *  a plain file says in its data set. */
const functionalGroups = [
  0x00209113, // Plane Position
  0x00209116, // Plane Orientation
  0x00289110, // Pixel Measures
  0x00289145, // Pixel Value Transformation
  0x00289132, // Frame VOI LUT
  0x00209111, // Frame Content
  0x00189114, // MR Echo
  0x00189117, // MR Diffusion
];

export function readFunctionalGroups(groups: Dataset, otherwise: FrameHeader): FrameHeader {
  let frame = otherwise;
  for (const tag of functionalGroups) {
    const [group] = readItems(groups, tag);
    if (group) frame = readFrameHeader(group, frame);
  }
  return frame;
}

/** Two numbers above zero. */
export function readSpacing(dataset: Dataset, tag: number): [number, number] | null {
  const [rows, columns, ...more] = readNumbers(dataset, tag, 'DS');
  if (more.length > 0 || !positive(rows) || !positive(columns)) return null;
  return [rows!, columns!];
}

function readDirections(dataset: Dataset): [Vector, Vector] | null {
  const numbers = readNumbers(dataset, 0x00200037, 'DS');
  if (numbers.length !== 6) return null;
  const along = unit(readVector(numbers.slice(0, 3)));
  const down = unit(readVector(numbers.slice(3)));
  return along && down ? [along, down] : null;
}

function readRescale(dataset: Dataset): FrameHeader['rescale'] {
  const slope = readNumber(dataset, 0x00281053, 'DS');
  const intercept = readNumber(dataset, 0x00281052, 'DS');
  if (slope === null && intercept === null) return null;
  return {
    // Zero would make every value the same: a writer's way of leaving it out.
    slope: slope || 1,
    intercept: intercept ?? 0,
    type: readString(dataset, 0x00281054),
  };
}

function readWindows(dataset: Dataset): FrameHeader['windows'] {
  const centers = readNumbers(dataset, 0x00281050, 'DS');
  const widths = readNumbers(dataset, 0x00281051, 'DS');
  return centers
    .slice(0, widths.length)
    .map((center, index) => ({ center, width: widths[index]! }))
    .filter(({ width }) => width > 0);
}

function readVector(numbers: number[]): Vector | null {
  const [x, y, z, ...more] = numbers;
  if (x === undefined || y === undefined || z === undefined || more.length > 0) return null;
  return [x, y, z];
}

/** Writers round to a few digits; null where there is no direction at all. */
function unit(vector: Vector | null): Vector | null {
  if (!vector) return null;
  const length = Math.hypot(...vector);
  if (!(length > 0.5 && length < 2)) return null;
  return [vector[0] / length, vector[1] / length, vector[2] / length];
}

const positive = (number: number | null | undefined) => (number && number > 0 ? number : null);
const whole = (number: number | null) => (Number.isSafeInteger(number) ? number : null);
