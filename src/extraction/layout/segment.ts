import type { Box } from '../../contracts/document/index.ts';

/** A stretch of text on one baseline. */
export type Segment = {
  text: string;
  box: Box;
  baseline: number;
  size: number;
  bold: boolean;
};

/** A line of a column: segments side by side. */
export type Line = {
  segments: Segment[];
  text: string;
  box: Box;
  baseline: number;
  size: number;
  /** All of it. */
  bold: boolean;
};
