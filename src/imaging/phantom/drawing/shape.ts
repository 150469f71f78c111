import type { Frame } from '../spine/frame.ts';

/** A solid in the frame of what it belongs to: left, back and up from its centre. */
export type Solid = {
  /** Lowest and highest of each: it lies within. */
  low: readonly [number, number, number];
  high: readonly [number, number, number];
  /** Millimetres to its surface, negative inside; right near the surface, rough far from it. */
  distance(left: number, back: number, up: number): number;
};

export type Shape = { frame: Frame; solid: Solid };
