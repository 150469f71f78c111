import type { Frame } from '../spine/frame.ts';

/** Points in a row, in the frame of a solid: where the first lies and how far it is to the next. */
export type Line = {
  count: number;
  left: number;
  back: number;
  up: number;
  stepLeft: number;
  stepBack: number;
  stepUp: number;
};

/** A solid in the frame of what it belongs to: left, back and up from its centre. */
export type Solid = {
  /** Lowest and highest of each: it lies within. */
  low: readonly [number, number, number];
  high: readonly [number, number, number];
  /** Millimetres from each point to its surface, negative inside; right near the surface, rough
   *  far from it. A line at a time: of the millions of points none is worth a call. */
  measure(line: Line, distancesMm: Float64Array): void;
};

export type Shape = { frame: Frame; solid: Solid };
