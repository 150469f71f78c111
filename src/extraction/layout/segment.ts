import type { Box } from '../../contracts/document/index.ts';
import type { Style } from './styles.ts';

/** A stretch of text on one baseline. */
export type Segment = {
  text: string;
  box: Box;
  baseline: number;
  size: number;
  bold: boolean;
  /** What the file says of its font; a scan says nothing. */
  style: Style;
};

/** A line of a column: segments side by side. */
export type Line = {
  segments: Segment[];
  /** Inline Markdown without bold and italic. */
  text: string;
  /** The same with marks where a style begins and ends. */
  styled: string;
  box: Box;
  baseline: number;
  size: number;
  /** All of it. */
  bold: boolean;
};
